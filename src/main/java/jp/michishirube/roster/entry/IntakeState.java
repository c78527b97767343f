package jp.michishirube.roster.entry;

/** Where an import stands. Nothing acts on cases before {@link #RUNNING}. */
public enum IntakeState {
    /** Waits for a person to say which column is which. */
    MAPPING,
    CHECKING,
    /** The preview is there; waits for the confirmation. */
    READY,
    RUNNING,
    DONE,
    CANCELLED;

    public boolean isWorking() {
        return this == CHECKING || this == RUNNING;
    }

    public boolean isCancellable() {
        return this == MAPPING || this == CHECKING || this == READY;
    }
}
