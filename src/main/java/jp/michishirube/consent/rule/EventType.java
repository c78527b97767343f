package jp.michishirube.consent.rule;

/** State events of a consent, after ISO/IEC TS 27560:2023. Only {@link #GIVEN} and {@link #RENEWED} allow processing. */
public enum EventType {
    REQUESTED, GIVEN, REFUSED, WITHDRAWN, EXPIRED, RENEWED;

    public boolean allows() {
        return this == GIVEN || this == RENEWED;
    }
}
