package jp.michishirube.consent.record;

import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/**
 * The person goes on with the plan but wants no data of other holders in it. Published within the transaction: what was fetched is
 * erased from the draft and from every version handed in, and the plan goes back to its office; one in force stays as it was signed.
 */
@NamedInterface("record")
public record LinkageWithdrawn(CaseId caseId) {}
