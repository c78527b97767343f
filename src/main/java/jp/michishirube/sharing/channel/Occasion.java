package jp.michishirube.sharing.channel;

import java.time.Duration;

/** Why somebody is told something. */
public enum Occasion {
    /** A supporter's page is there, or anew. */
    SUPPORTER_PAGE(false, 6, Duration.ofMinutes(1), 5),
    /** Somebody is asked whether they would help, or reminded of it. */
    ASKING(false, 6, Duration.ofMinutes(1), 5),
    /** The code that opens a link, told by a call. */
    PASS_CODE(false, 6, Duration.ofMinutes(1), 5),
    /** The code with which a leader signs in: somebody waits for it with the paper in hand, and it ends after minutes. */
    SIGN_IN_CODE(false, 3, Duration.ofSeconds(10), 3),
    /** Evacuation information, a question whether one is safe: late is worse than twice. */
    WARNING(true, 8, Duration.ofSeconds(10), 3);

    private final boolean warns;
    private final int tries;
    private final Duration gap;
    private final int growth;

    Occasion(boolean warns, int tries, Duration gap, int growth) {
        this.warns = warns;
        this.tries = tries;
        this.gap = gap;
        this.growth = growth;
    }

    /** Goes again marked 再送 where nobody knows whether it arrived. */
    public boolean warns() {
        return warns;
    }

    /** Goes before the rest of the queue. */
    boolean isFirst() {
        return warns || this == SIGN_IN_CODE;
    }

    /** Tells the code of its pass and never the link. */
    boolean tellsCode() {
        return this == SIGN_IN_CODE;
    }

    /** How often it is tried until a person is asked. */
    int tries() {
        return tries;
    }

    /** Until the next try: 1, 5, 25 minutes, 2 and 10 hours; of a warning 10 and 30 seconds, 1, 4, 13, 40 minutes, 2 hours. */
    Duration gapAfter(int attempts) {
        return gap.multipliedBy((long) Math.pow(growth, Math.max(0, attempts - 1)));
    }
}
