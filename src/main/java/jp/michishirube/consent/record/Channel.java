package jp.michishirube.consent.record;

/** How the decision reached us. */
public enum Channel {
    /** On the screen, by the person's own hand. */
    ELECTRONIC,
    /** On a signed paper whose scan is kept. */
    PAPER,
    /** 口頭, before a witness. */
    ORAL,
    /** From the city OS, where the person decided. */
    CITY_OS
}
