package jp.michishirube.roster.intake;

/**
 * What confirming an import does, counted.
 *
 * @param starts     cases that start
 * @param withoutCase people who come onto the list and get no case, because the city makes no plan for them
 * @param changes    people known whose values change
 * @param leaves     people who leave the list
 * @param ends       running cases that end with them
 * @param gone       people of whom a full list does not speak
 * @param goneEnds   running cases that end when these leave too
 * @param nameless   wrong rows that do not even say who stands in them
 */
public record Outcome(long starts, long withoutCase, long changes, long leaves, long ends, long gone, long goneEnds, long nameless) {}
