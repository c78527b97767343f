package jp.michishirube.roster.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.japanese.Dashes;

/**
 * What stands in a telephone cell: a number, several, or words. Only the number of digits is looked at, as numbers in drills and examples
 * belong to no area code of any list.
 *
 * @param number  the first number, with hyphens as far as the cell shows where they are; empty when there is none
 * @param rest    the cell as it stands, when it holds more than the number; else empty
 * @param changed what was done, as {@code roster.changed.<changed>}; null when nothing was
 */
public record Telephone(String number, String rest, String changed) {

    private static final Pattern IN_TEXT = Pattern.compile("(?<!\\d)(?:\\+81[- ]?)?\\(?\\d{1,5}\\)?(?:[-() .]{1,2}\\d{1,4}){1,3}(?!\\d)|(?<!\\d)\\d{9,11}(?!\\d)");
    /** +81, 0081, or 81 before a mobile's ten digits, as spreadsheets keep it; a 0 in brackets or none behind it. */
    private static final Pattern COUNTRY = Pattern.compile("(?:\\+|(?<!\\d)00)81[- .]*(?:\\(0\\)|0)?[- .]*(?=\\(?[1-9])|(?<!\\d)81(?=[5789]0\\d{8}(?!\\d))");
    private static final Pattern ABROAD = Pattern.compile("\\+ ?\\d");
    private static final Pattern NUMBER_OF_A_SHEET = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+?\\d{1,2}|\\d{9,10}\\.0+");

    /** A number of another country is none that can be dialled here as it stands: it stays beside as words. */
    public static Telephone read(String cell) {
        String text = Texts.narrow(cell).replaceAll(Dashes.ANY, "-").replaceAll("[\\r\\n]+", " / ");
        if (text.isEmpty()) {
            return new Telephone("", "", null);
        }
        if (NUMBER_OF_A_SHEET.matcher(text).matches()) {
            text = new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        text = COUNTRY.matcher(text).replaceAll("0");
        if (ABROAD.matcher(text).find()) {
            return new Telephone("", text, "phone-none");
        }
        List<String> found = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher m = IN_TEXT.matcher(text);
        while (m.find()) {
            String number = number(m.group());
            if (number.isEmpty()) {
                m.appendReplacement(words, Matcher.quoteReplacement(m.group()));
            } else {
                found.add(number);
                m.appendReplacement(words, "");
            }
        }
        m.appendTail(words);
        boolean onlyNumbers = words.toString().matches("[\\s/,、;・]*");
        if (found.isEmpty()) {
            return new Telephone("", text, "phone-none");
        }
        String number = found.get(0);
        if (!onlyNumbers) {
            return new Telephone(number, text, "phone-words");
        }
        if (found.size() > 1) {
            return new Telephone(number, text, "phone-several");
        }
        boolean restored = !digits(text).startsWith("0") && !text.contains("+");
        return new Telephone(number, "", restored ? "phone-zero" : null);
    }

    /** @return with its leading zero and hyphens; empty for what has not the digits of a Japanese number */
    private static String number(String text) {
        String plain = text.replaceFirst("^\\+81[- ]?\\(?0?\\)?", "0").strip();
        String digits = digits(plain);
        if (!digits.startsWith("0") && (digits.length() == 9 || digits.length() == 10 && digits.matches("[5789]0.*"))) {
            digits = "0" + digits;
            plain = "0" + plain.replaceFirst("^\\(", "");
        }
        if (!digits.matches("0(?![5-9]0)[1-9]\\d{8}|0[5-9]0\\d{8}|0[12][0-9]0\\d{6,7}")) {
            return "";
        }
        String hyphens = plain.replaceAll("[() .-]+", "-").replaceAll("^-|-$", "");
        return hyphens.matches("\\d{2,5}-\\d{1,4}-\\d{3,4}") ? hyphens : digits;
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
