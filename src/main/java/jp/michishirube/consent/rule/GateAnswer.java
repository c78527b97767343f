package jp.michishirube.consent.rule;

import org.springframework.modulith.NamedInterface;

/** What the gates in the process model branch on. */
@NamedInterface("rule")
public enum GateAnswer {
    /** There is a ground to go on. */
    GIVEN,
    /** The person said no, or took the consent back. */
    REFUSED,
    /** Nobody has asked yet, or the answer has expired. */
    MISSING
}
