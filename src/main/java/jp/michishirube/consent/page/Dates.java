package jp.michishirube.consent.page;

import java.util.Locale;

final class Dates {

    private Dates() {}

    static String pattern(Locale locale) {
        return locale.getLanguage().equals("en") ? "d MMM yyyy" : "yyyy年M月d日（E）";
    }
}
