package jp.michishirube.problem;

/**
 * One field that is wrong.
 *
 * @param field name of the input, or JSON pointer of the answer
 * @param kind  key of the sentence: {@code problem.field.<kind>}
 * @param args  values for the sentence; nothing personal that the asker did not type himself
 */
public record FieldProblem(String field, String kind, Object... args) {}
