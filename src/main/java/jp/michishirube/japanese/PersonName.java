package jp.michishirube.japanese;

import java.util.OptionalInt;

/**
 * The one rule for the name of a person, on the roster, in a plan and wherever else it comes from: at most {@value #LONGEST} characters, something besides spaces, and
 * nothing that cannot be seen. Variation selectors belong to their character and are no hidden ones.
 */
public final class PersonName {

    public static final int LONGEST = 80;

    private PersonName() {}

    /** @return kind of the mistake, such as {@code name-hidden}, {@code name-long}, {@code control}; null for a name that can be kept */
    public static String mistake(String name) {
        if (hidden(name).isPresent()) {
            return "name-hidden";
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF || Character.getType(c) == Character.SURROGATE)) {
            return "control";
        }
        return name.codePointCount(0, name.length()) > LONGEST ? "name-long" : null;
    }

    /** Without the spaces around, wide and unbreakable ones too; a name of spaces is none. */
    public static String trim(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isSpace(name.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The first character that shows nothing or turns the direction of writing. */
    public static OptionalInt hidden(String name) {
        return name.codePoints().filter(PersonName::isHidden).findFirst();
    }

    static boolean isHidden(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0
                || c >= 0x180B && c <= 0x180F;
    }

    /** With each hidden character as {@code [U+200B]}, so that a person sees it. */
    public static String visible(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (isHidden(c)) {
                shown.append("[U+%04X]".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Without them, for somebody who has seen them. */
    public static String withoutHidden(String name) {
        return name.codePoints().filter(c -> !isHidden(c)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
