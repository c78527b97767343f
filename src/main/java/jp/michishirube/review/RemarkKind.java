package jp.michishirube.review;

/** What the reviewer finds; the texts are {@code remark.kind.<name>}. */
public enum RemarkKind {
    WRONG, MISSING, UNCLEAR, SUGGESTION
}
