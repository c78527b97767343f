package jp.michishirube.casefile;

/**
 * Published in the transaction in which a step came to be somebody's to do.
 *
 * @param assignee who has it at once, because it was theirs before; null when it waits to be taken
 */
public record StepOpened(CaseId caseId, Step step, String assignee) {}
