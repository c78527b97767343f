package jp.michishirube.notification;

import java.util.Arrays;
import java.util.Optional;

/** What people are told about. Texts: {@code notice.<kind>}, {@code mail.<kind>.subject}. */
public enum NoticeKind {
    ASSIGNED("", MailWish.DAILY),
    HANDED("", MailWish.DAILY),
    TAKEN_OVER("", MailWish.DAILY),
    SUBMITTED("review", MailWish.DAILY),
    RETURNED("interview", MailWish.AT_ONCE),
    APPROVED("", MailWish.AT_ONCE),
    REPLIED("", MailWish.DAILY),
    MESSAGE("messages", MailWish.AT_ONCE),
    DUE_SOON("", MailWish.DAILY),
    DUE_TODAY("", MailWish.DAILY),
    OVERDUE("", MailWish.DAILY),
    ESCALATED("", MailWish.AT_ONCE),
    PLACE_CHANGED("way-check", MailWish.DAILY),
    ADDRESS_CHANGED("", MailWish.AT_ONCE),
    DANGER_SPOT("way-check", MailWish.AT_ONCE),
    RESTED("", MailWish.DAILY),
    SUPPORTER_ENDED("sharing", MailWish.AT_ONCE),
    SUPPORTER_ANSWERED("volunteers", MailWish.AT_ONCE),
    TERMS_ENDED("/leaders", MailWish.AT_ONCE),
    LIST_OUTDATED("/leaders", MailWish.AT_ONCE),
    EVENT_PROPOSED("/proposals", MailWish.AT_ONCE),
    DRILL_PROPOSED("/proposals", MailWish.AT_ONCE),
    EVENT_BEGAN("/events", MailWish.AT_ONCE),
    DRILL_BEGAN("/events", MailWish.AT_ONCE),
    SEAL_ENDING("/engine", MailWish.AT_ONCE),
    SEAL_ENDED("/engine", MailWish.AT_ONCE),
    PROTECTION_DUE("/protections", MailWish.AT_ONCE);

    private final String page;
    private final MailWish usual;

    NoticeKind(String page, MailWish usual) {
        this.page = page;
        this.usual = usual;
    }

    /** @return empty for a kind that only another version of the application knows */
    static Optional<NoticeKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findAny();
    }

    /**
     * The page of the case that the notice leads to, below {@code /cases/{number}/}; empty for the case itself. With a slash before it a page
     * of its own.
     */
    String page() {
        return page;
    }

    /** How it is mailed to people who chose nothing. */
    MailWish usual() {
        return usual;
    }
}
