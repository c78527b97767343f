package jp.michishirube.casefile;

/**
 * Published in the transaction in which one side of a case wrote to the other: what it writes answers what the other waited for.
 *
 * @param waits the writer cannot go on without an answer: his due time stands still until it comes
 */
public record Asked(CaseId caseId, boolean fromCity, boolean waits) {}
