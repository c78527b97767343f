package jp.michishirube.consent.record;

import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Purpose;
import org.springframework.modulith.NamedInterface;

/**
 * A consent, or what an ordinance allowed without one, has ended by the person's will. Published within the transaction of the withdrawal: whoever holds data on its ground
 * erases, stops or recalls it there and then.
 */
@NamedInterface("record")
public record ConsentWithdrawn(CaseId caseId, Purpose purpose) {}
