package jp.michishirube.casefile;

/**
 * Published in the transaction in which a person gave a step to somebody, or took it over from somebody.
 *
 * @param from who had it; null for nobody
 * @param to   who has it now
 */
public record StepHanded(CaseId caseId, Step step, String from, String to) {}
