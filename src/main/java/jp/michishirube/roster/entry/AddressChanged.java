package jp.michishirube.roster.entry;

import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** The person of a case lives elsewhere now: linked facts, evacuation places and routes are to be looked at again. */
@NamedInterface("entry")
public record AddressChanged(CaseId caseId) {}
