package jp.michishirube.casefile;

/** Where the case stands as a whole; everything but {@link #OPEN} is an end of the process. */
public enum CaseState {
    OPEN, IN_FORCE, IN_FORCE_UNSHARED, CREATION_REFUSED, INFORMATION_ONLY, NOT_ELIGIBLE, LEFT_ROSTER;

    public boolean isEnded() {
        return this != OPEN;
    }

    /** A plan exists that helpers may act on. */
    public boolean isInForce() {
        return this == IN_FORCE || this == IN_FORCE_UNSHARED;
    }
}
