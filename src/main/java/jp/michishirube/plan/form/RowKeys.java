package jp.michishirube.plan.form;

import java.util.concurrent.ThreadLocalRandom;

/** Names for new rows: short, and unlikely to meet another within one plan. */
public final class RowKeys {

    private RowKeys() {}

    public static String fresh() {
        return "r" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }
}
