package jp.michishirube.casefile;

/** Published in the transaction in which the case went to another office. */
public record CaseAssigned(CaseId caseId, String formerOffice, String office) {}
