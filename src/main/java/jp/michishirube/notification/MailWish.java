package jp.michishirube.notification;

/** How a person wants to be mailed about a kind of notice; in the application it shows in any case. */
enum MailWish {
    AT_ONCE,
    /** Gathered in one mail on the morning of each working day. */
    DAILY,
    NEVER
}
