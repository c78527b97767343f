package jp.michishirube.casefile;

/** Published in the transaction in which an open step was ended, by a person or because its case went another way. */
public record StepDone(CaseId caseId, Step step) {}
