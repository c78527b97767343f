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

    public enum Test { IS, NOT, HAS, EMPTY, FILLED }

    /**
     * @param answers the whole answers
     * @param row     the row of a repeated group in which the asking field stands; null outside
     */
    public boolean holds(JsonNode answers, JsonNode row) {
        JsonNode value = field.startsWith("./") ? (row == null ? null : row.get(field.substring(2))) : Answers.get(answers, field);
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
