package jp.michishirube.roster;

import jp.michishirube.casefile.CaseId;

/** The person has left the roster (moved, died, entered a facility); published in the transaction that ends the case. */
public record LeftRoster(CaseId caseId) {}
