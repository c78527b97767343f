package jp.michishirube.casefile;

import java.util.regex.Pattern;

/**
 * The number people read out on the telephone: fiscal year, running number, check digit, such as {@code 2026-00042-7}.
 *
 * <p>The check digit (weights 2 to 7 from the right, modulus 11, 10 written as 0) catches one wrong digit and most swaps.
 */
public record CaseNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{5,7}-\\d");

    public CaseNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    public static CaseNumber of(int fiscalYear, long running) {
        String head = "%04d-%05d".formatted(fiscalYear, running);
        return new CaseNumber(head + "-" + checkDigit(head));
    }

    private static int checkDigit(String head) {
        String digits = head.replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (2 + i % 6);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 0 : check;
    }

    @Override
    public String toString() {
        return value;
    }
}
