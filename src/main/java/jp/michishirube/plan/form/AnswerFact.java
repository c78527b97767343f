package jp.michishirube.plan.form;

/**
 * What rules may look at in an answer, whatever the form calls the question.
 *
 * @param name   such as {@code phone}, {@code number}, {@code date}, {@code designated}
 * @param number null where it is a text
 * @param text   null where it is a number
 */
public record AnswerFact(String name, Number number, String text) {}
