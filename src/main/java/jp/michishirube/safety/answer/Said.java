package jp.michishirube.safety.answer;

/** What is said of somebody. The first four are the same in all channels, and are the keys 1 to 4 of a telephone. */
public enum Said {
    SAFE, NEEDS_HELP, HURT, EVACUATED,
    /** Whoever asked at the door was told no. Not an answer: the person is counted as refused. */
    DECLINED,
    /** Whoever asked at the door met nobody. Not an answer: the person is counted as unreachable. */
    NOT_MET;

    public boolean isAnswer() {
        return this != DECLINED && this != NOT_MET;
    }

    public boolean isHelp() {
        return this == NEEDS_HELP || this == HURT;
    }

    /** Of a telephone; 0 for what no key says. */
    public int key() {
        return isAnswer() ? ordinal() + 1 : 0;
    }

    /** @return null for any other number */
    public static Said ofKey(int key) {
        return key >= 1 && key <= 4 ? values()[key - 1] : null;
    }
}
