package jp.michishirube.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A claim's value as texts: a text is one, a list of texts several, as providers write a single value now so and now so. Whatever else
 * stands there (numbers, objects, lists in lists) is no text and gives nothing.
 */
final class Values {

    /** Of one claim; more is no list of roles of a person. */
    static final int MOST = 1_000;
    /** Of one value, in characters. */
    static final int LONGEST = 200;

    private Values() {}

    static Set<String> of(Object value) {
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        Set<String> texts = new LinkedHashSet<>();
        if (all.size() <= MOST) {
            for (Object one : all) {
                text(one).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** @return the text, if it is one that can be shown and kept */
    static Optional<String> text(Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(Values::hidden)
                ? Optional.of(text) : Optional.empty();
    }

    /** Controls, lone surrogates and marks that turn the direction of what follows. */
    private static boolean hidden(int c) {
        int kind = Character.getType(c);
        return kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }
}
