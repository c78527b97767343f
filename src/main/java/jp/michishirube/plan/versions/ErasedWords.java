package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FormField;

/**
 * The words that an erasing takes away, to find them where a person quoted them. Compared without widths, spaces and marks, so that a
 * telephone number is found with and without hyphens. Rather one text too many goes than one too few.
 */
public final class ErasedWords {

    /** Shorter ones, such as 男, stand in every text. */
    private static final int SHORTEST = 2;
    private static final int SHORTEST_LABEL = 3;

    private final Set<String> words = new HashSet<>();

    public boolean quotedIn(String text) {
        String folded = text == null ? "" : fold(text);
        return words.stream().anyMatch(folded::contains);
    }

    public void add(FormField field, JsonNode value) {
        switch (field.kind()) {
            case YES_NO -> { }
            case CHOICE, CHOICES, PARTY -> {
                for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
                    add(AnswerText.of(field, value, locale), SHORTEST_LABEL);
                }
            }
            default -> {
                add(AnswerText.of(field, value, Locale.JAPANESE), SHORTEST);
                addAll(value);
            }
        }
    }

    /** Every text below, whatever it is called. */
    public void addAll(JsonNode value) {
        if (value != null && value.isValueNode() && !value.isBoolean()) {
            add(value.asText(), SHORTEST);
        } else if (value != null) {
            value.properties().stream().filter(e -> !e.getKey().equals(Answers.KEY)).forEach(e -> addAll(e.getValue()));
            if (value.isArray()) {
                value.forEach(this::addAll);
            }
        }
    }

    /** What is known without the holder, such as the name on the roster, is nobody's secret here. */
    public void except(String known) {
        words.remove(fold(known == null ? "" : known));
    }

    private void add(String text, int shortest) {
        String folded = fold(text);
        if (folded.codePointCount(0, folded.length()) >= shortest) {
            words.add(folded);
        }
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    @Override
    public String toString() {
        return "ErasedWords[" + words.size() + "]";
    }
}
