package jp.michishirube.roster.entry;

/** What the check found a row to be. */
public enum Verdict {
    NEW,
    CHANGED,
    /** Known, and the file says that the person moved away, died or entered a facility. */
    LEFT,
    /** Known, but missing from a full list. */
    GONE,
    UNCHANGED,
    /** The same person again in the same file; only the first row counts. */
    DUPLICATE,
    /** Perhaps somebody known: a person decides. Left aside until then. */
    DOUBT,
    /** The list says something else than a correction made by hand: a person decides. */
    ASKED,
    /** A sum or a remark of the list. */
    NO_PERSON,
    WRONG
}
