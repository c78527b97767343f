package jp.michishirube.japanese;

/** What stands between digits in addresses and telephone numbers, once everything is narrow: keyboards and people put any of them there. */
public final class Dashes {

    /** Lines of the sort with which boxes are drawn (─ ━) among them, which lists of old systems have. */
    public static final String ALL = "‐‑‒–—―−ー─━⁃";

    /** For {@code replaceAll}. */
    public static final String ANY = "[" + ALL + "]";

    private Dashes() {}
}
