package jp.michishirube.consent;

/** What the gates in the process model branch on. */
public enum GateAnswer {
    /** There is a ground to go on. */
    GIVEN,
    /** The person said no, or took the consent back. */
    REFUSED,
    /** Nobody has asked yet, or the answer has expired. */
    MISSING
}
