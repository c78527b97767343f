package jp.michishirube.door;

/**
 * What a text from outside may be made of. A control, half a surrogate pair or a non-character is no letter that a person typed: the
 * database, a PDF or a mail would break on it later, where nobody can tell the person.
 */
public final class PlainText {

    /** Characters of one text. The longest that a person writes here, an explanation on a page, has some thousand. */
    public static final int LONGEST = 20_000;

    private PlainText() {}

    /** @return {@code too-long} or {@code control-characters}, as fields are told; null for a text that people write */
    public static String judge(CharSequence text) {
        return text.length() > LONGEST ? "too-long" : is(text) ? null : "control-characters";
    }

    /** @return the text with a mark that can be seen (U+FFFD) for each character that is none, so that a person finds it */
    public static String marked(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(is(Character.toString(c)) ? c : 0xFFFD));
        return shown.toString();
    }

    /** @return whether all characters are ones that people write: line ends and tabs, but no other control */
    public static boolean is(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (Character.isLowSurrogate(c) || c >= 0xFFFE || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }
}
