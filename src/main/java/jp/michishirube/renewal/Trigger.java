package jp.michishirube.renewal;

/** What makes a plan in force be looked at again; words under {@code renewal.trigger.<name>}. */
enum Trigger {
    /** As long as the municipality says has gone by since the plan came into force, or since somebody was asked. */
    YEAR,
    /** Somebody whom the plan names helps no more. */
    SUPPORTER_ENDED,
    /** The roster tells another address. */
    ADDRESS_CHANGED,
    /** A place that the plan names left its list, or is designated for a hazard no more. */
    SITE_CLOSED,
    /** By a new map of hazards the saved way leads through danger. */
    HAZARD_CHANGED,
    /** The resident or family asks for it, or the office knows of a change. */
    ASKED_FOR
}
