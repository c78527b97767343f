package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * When a field or section applies ({@code x-when}).
 *
 * @param field    address of the answer looked at; {@code ./x} is the same row's {@code x}
 * @param test     what must hold
 * @param expected for {@link Test#IS}, {@link Test#NOT} and {@link Test#HAS}: the code, as text
 */
public record Condition(String field, Test test, String expected) {

    private static final String SAME_ROW = "./";

    public enum Test { IS, NOT, HAS, EMPTY, FILLED }

    /** Looks at another cell of the row in which the asking question stands. */
    public boolean sameRow() {
        return field.startsWith(SAME_ROW);
    }

    /** Key of the cell looked at, where {@link #sameRow()}. */
    public String column() {
        return field.replace(SAME_ROW, "");
    }

    /** @param value the answer looked at, null where there is none or where it does not apply itself */
    public boolean holds(JsonNode value) {
        return switch (test) {
            case IS -> value != null && value.asText().equals(expected);
            case NOT -> !Answers.isEmpty(value) && !value.asText().equals(expected);
            case HAS -> value != null && has(value);
            case EMPTY -> Answers.isEmpty(value);
            case FILLED -> !Answers.isEmpty(value);
        };
    }

    private boolean has(JsonNode value) {
        for (JsonNode item : value) {
            if (item.asText().equals(expected)) {
                return true;
            }
        }
        return false;
    }
}
