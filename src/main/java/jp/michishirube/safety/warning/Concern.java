package jp.michishirube.safety.warning;

/** Whether a river's warning is about this municipality. */
public enum Concern {
    /** The telegram, or the last one of this river that names cities, names ours. */
    NAMED,
    /** It names no cities; the municipality's own settings say that the river may reach it. */
    RIVER,
    /** It names no cities, and nobody told whether this river of our prefecture may reach us. */
    UNKNOWN,
    /** It names other cities, or is of a river elsewhere. */
    NOT_OURS
}
