package jp.michishirube.roster.file.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell's value as the person sees it in the sheet.
 *
 * @param from1904 days are counted from 1904
 */
record CellText(Styles styles, List<String> strings, boolean from1904) {

    /** What cannot be read stays visible as such: an error in a formula, a text that the file does not hold. */
    static final String UNREADABLE = "\uFFFD";

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    /** More digits than these are noise of the binary number. */
    private static final MathContext SHOWN = new MathContext(15);
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /**
     * @param type  the cell's {@code t}; null for a number
     * @param value the content of {@code v}; null when there is none
     */
    String of(String type, String style, String value) {
        if (value == null) {
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "s" -> shared(value);
            case "b" -> value.trim().equals("1") || value.trim().equals("true") ? "TRUE" : "FALSE";
            case "e" -> UNREADABLE;
            case "d" -> value.trim().replaceFirst("T00:00:00(\\.0+)?Z?$", "");
            case "n" -> number(value.trim(), styles.format(style));
            default -> unescaped(value);
        };
    }

    private String shared(String index) {
        int i = Integer.parseInt(index.trim());
        return i >= 0 && i < strings.size() ? unescaped(strings.get(i)) : UNREADABLE;
    }

    private String number(String value, NumberFormat format) {
        if (value.isEmpty()) {
            return "";
        }
        BigDecimal number = new BigDecimal(value);
        if (format.date() && number.signum() >= (from1904 ? 0 : 1) && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
            return day(number.intValue()).toString();
        }
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        return format.show(shown.scale() < 0 ? shown.setScale(0) : shown);
    }

    /** Day 60 of the 1900 system is a 29 February that never was; the days before it are one later than they seem. */
    private LocalDate day(int serial) {
        if (from1904) {
            return OF_1904.plusDays(serial);
        }
        return BEFORE_1900.plusDays(serial < 60 ? serial + 1 : serial);
    }

    /** Writers put characters that XML cannot hold as {@code _x000D_}. */
    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        Matcher m = ESCAPED.matcher(text);
        return m.replaceAll(r -> {
            char c = (char) Integer.parseInt(r.group(1), 16);
            return c == '\r' ? "" : Matcher.quoteReplacement(String.valueOf(c));
        });
    }
}
