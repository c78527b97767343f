package jp.michishirube.sharing.supporter;

import java.util.Locale;

/** The languages that people without an account choose from, as forms name them. */
public final class Languages {

    private static final Locale EASY = new Locale("ja", "", "easy");

    private Languages() {}

    /** Japanese for what is none of ours. */
    public static Locale of(String name) {
        return "en".equals(name) ? Locale.ENGLISH : "easy".equals(name) ? EASY : Locale.JAPANESE;
    }

    public static String name(Locale language) {
        return language.getLanguage().equals("en") ? "en" : language.getVariant().isEmpty() ? "ja" : "easy";
    }
}
