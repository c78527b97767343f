package jp.michishirube.roster.entry;

import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** The person has left the roster (moved, died, entered a facility); published in the transaction that ends the case. */
@NamedInterface("entry")
public record LeftRoster(CaseId caseId) {}
