package jp.michishirube.consent.rule;

import org.springframework.modulith.NamedInterface;

/** Why data may be given, or why not. The word that the disclosure log, the pages and the API show. */
@NamedInterface("rule")
public enum Ground {
    /** A standing consent of the resident, recorded here. */
    CONSENT(true),
    /** An ordinance of the municipality, and no refusal (49条の15: 条例に特別の定めがある場合). */
    ORDINANCE(true),
    /** A disaster declared by two officers: life and body (49条の11, 49条の15). */
    DECLARED_DISASTER(true),

    NOT_ASKED(false), REFUSED(false), WITHDRAWN(false), EXPIRED(false),
    /** The notice has changed in substance since the person said yes. */
    RENEWAL_NEEDED(false),
    /** There is a consent, but not for this recipient or these fields. */
    OUTSIDE_SCOPE(false),
    /** The named supporter has not answered. */
    SUPPORTER_PENDING(false),
    SUPPORTER_REFUSED(false),
    /** The city keeps this resident's data from everybody but rescue bodies and those who make the plan (支援措置). */
    WITHHELD(false),
    /** Something about the question is unknown: party, resident, purpose or fields. */
    UNKNOWN(false),
    /** The records could not be read; no answer is a no. */
    UNREACHABLE(false);

    private final boolean allows;

    Ground(boolean allows) {
        this.allows = allows;
    }

    public boolean allows() {
        return allows;
    }
}
