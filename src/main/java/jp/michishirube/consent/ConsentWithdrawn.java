package jp.michishirube.consent;

import jp.michishirube.casefile.CaseId;

/**
 * A consent, or what an ordinance allowed without one, has ended by the person's will. Published within the transaction of the withdrawal: whoever holds data on its ground
 * erases, stops or recalls it there and then.
 */
public record ConsentWithdrawn(CaseId caseId, Purpose purpose) {}
