package jp.michishirube.sharing.asking;

/** What somebody is asked to do. */
enum HelpKind {
    /** 声かけ: tells that it is time to go. */
    CALL,
    /** 付き添い */
    ACCOMPANY,
    /** 車の運転 */
    DRIVE,
    /** 安否の確認 */
    SAFETY
}
