package jp.michishirube.casefile;

/**
 * Published in the transaction from which on the resident of the case is protected (支援措置): what is with others is taken back. Leaves
 * nothing on the timeline, which more people read than may know of the protection.
 */
public record ResidentProtected(CaseId caseId) {}
