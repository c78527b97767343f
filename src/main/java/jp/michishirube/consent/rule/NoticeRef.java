package jp.michishirube.consent.rule;

/**
 * Points to the exact text a person saw.
 *
 * @param language {@code ja} or {@code en}; may be null where only the version matters
 */
public record NoticeRef(String id, int version, String language) {

    public static NoticeRef orNull(String id, int version, String language) {
        return id == null ? null : new NoticeRef(id, version, language);
    }
}
