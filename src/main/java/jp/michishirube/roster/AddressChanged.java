package jp.michishirube.roster;

import jp.michishirube.casefile.CaseId;

/** The person of a case lives elsewhere now: linked facts, evacuation places and routes are to be looked at again. */
public record AddressChanged(CaseId caseId) {}
