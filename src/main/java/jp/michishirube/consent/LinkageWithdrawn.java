package jp.michishirube.consent;

import jp.michishirube.casefile.CaseId;

/**
 * The person goes on with the plan but wants no data of other holders in it. Published within the transaction: what was fetched is
 * erased from the draft; a plan that was handed in and given on with the person's consent stays where it is.
 */
public record LinkageWithdrawn(CaseId caseId) {}
