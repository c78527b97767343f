package jp.michishirube.roster.file.excel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * What a number format makes of a number: a date, or digits filled up with zeros.
 *
 * @param date  the number counts days
 * @param zeros a pattern of zeros and hyphens such as {@code 000-0000}; empty for a plain number
 */
record NumberFormat(boolean date, String zeros) {

    static final NumberFormat PLAIN = new NumberFormat(false, "");

    /** Built-in formats that show a day; 27–36 and 50–58 are the Japanese ones, for which files hold no text. */
    private static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    /** @param code the format's text; null for a built-in one */
    static NumberFormat of(int id, String code) {
        if (code == null) {
            return DATES.contains(id) ? new NumberFormat(true, "") : PLAIN;
        }
        // colours, padding and words around the digits say nothing of them; a format with a condition is another for each number
        String plain = code.split(";", 2)[0].replaceAll("\"[^\"]*\"|\\[(?![<>=])[^\\]]*\\]|[_*].|\\\\[^-]", "").replace("\\", "").replace(" ", "");
        if (plain.matches("0[0-]*0")) {
            return new NumberFormat(false, plain);
        }
        // LibreOffice writes "General" as a format of its own, and its first letters look like an era's year
        String letters = code.toLowerCase(Locale.ROOT).replace("general", "").replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        boolean date = letters.contains("y") || letters.contains("d") && letters.contains("m") || letters.contains("ge") || letters.contains("gg");
        return date ? new NumberFormat(true, "") : PLAIN;
    }

    /** The number as the spreadsheet shows it, as far as zeros and hyphens go. */
    String show(BigDecimal number) {
        String digits = number.toPlainString();
        if (zeros.isEmpty() || !digits.matches("\\d+")) {
            return digits;
        }
        StringBuilder shown = new StringBuilder();
        int at = digits.length() - 1;
        for (int i = zeros.length() - 1; i >= 0; i--) {
            shown.append(zeros.charAt(i) == '-' ? '-' : at >= 0 ? digits.charAt(at--) : '0');
        }
        return digits.substring(0, at + 1) + shown.reverse();
    }
}
