package jp.michishirube.safety.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;

/**
 * An order as its newest revision says.
 *
 * @param number stays over all revisions
 * @param level  3 高齢者等避難, 4 避難指示, 5 緊急安全確保; null when it is lifted or withdrawn
 * @param areas  町; the empty word for people without one
 * @param words  what else is to be known; empty for nothing
 * @param first  when it was issued first
 * @param previous when the revision before was made; null for the first
 */
record Order(long id, UUID number, Mode mode, Hazard hazard, int revision, Act act, Integer level, List<String> areas, String words, Instant at, String byName, Instant first, Instant previous) {

    enum Act {
        ISSUED, REVISED,
        /** 解除: the danger is over. */
        LIFTED,
        /** 取消: it should not have been issued. It is no all-clear. */
        WITHDRAWN
    }

    public boolean isInForce() {
        return act == Act.ISSUED || act == Act.REVISED;
    }

    public List<String> namedAreas() {
        return areas.stream().filter(a -> !a.isEmpty()).toList();
    }
}
