package jp.michishirube.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the papers write them. */
final class Dates {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("y年M月d日（E）", Locale.JAPANESE);

    private Dates() {}

    static String full(LocalDate date) {
        return date == null ? "" : FULL.format(date);
    }
}
