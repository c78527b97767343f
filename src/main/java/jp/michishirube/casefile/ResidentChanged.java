package jp.michishirube.casefile;

/** Published in the transaction in which the head of a case changed: name, kana, area or priority may be others now. */
public record ResidentChanged(CaseId caseId) {}
