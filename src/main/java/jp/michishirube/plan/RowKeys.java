package jp.michishirube.plan;

import java.util.concurrent.ThreadLocalRandom;

/** Names for new rows: short, and unlikely to meet another within one plan. */
final class RowKeys {

    private RowKeys() {}

    static String fresh() {
        return "r" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }
}
