package jp.michishirube.safety.event;

/** How serious it is. The three never mix: no list, count or answer of one is one of another. */
public enum Mode {
    REAL,
    /** 訓練: people are asked, and every page, message and print says that it is a drill. */
    DRILL,
    /** 試験: nobody is asked. */
    TEST
}
