package jp.michishirube.casefile;

/** Published in the transaction in which the case ended. */
public record CaseEnded(CaseId caseId, CaseState state) {}
