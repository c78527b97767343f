package jp.michishirube.safety.answer;

/** Who says it. */
public enum Voice {
    SELF, FAMILY, SUPPORTER,
    /** 町内会・自主防災組織, 民生委員 */
    ASSOCIATION,
    OFFICE,
    /** The city's own staff. */
    STAFF
}
