package jp.michishirube.roster.file;

import java.text.Normalizer;

/** Small acts on text that differ from Java's own because Japanese files pad with the wide space U+3000. */
public final class Texts {

    private Texts() {}

    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Texts::isSpace);
    }

    /** Without the spaces around; what is inside stays to the letter. Excel's text guard {@code ="00123"} is taken off. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        String inner = text.substring(from, to);
        boolean guarded = inner.length() >= 3 && inner.startsWith("=\"") && inner.endsWith("\"");
        return guarded ? trim(inner.substring(2, inner.length() - 1)) : inner;
    }

    /** Wide digits and letters made narrow; for codes, numbers and dates only, never for names. */
    public static String narrow(String text) {
        return trim(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    public static boolean isSpace(int c) {
        return c == 0x3000 || c == 0xA0 || c == 0xFEFF || c == 0x200B || Character.isWhitespace(c);
    }
}
