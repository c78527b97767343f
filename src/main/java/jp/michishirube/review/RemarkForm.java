package jp.michishirube.review;

/**
 * A remark while it is written on the page.
 *
 * @param phrase one of the municipality's wordings, chosen beside the free text; the two are joined
 */
record RemarkForm(String pointer, RemarkKind kind, String phrase, String text, String proposed) {

    static final RemarkForm NONE = at(null);

    static RemarkForm at(String pointer) {
        return new RemarkForm(pointer, null, null, null, null);
    }

    String wholeText() {
        if (phrase == null || phrase.isBlank()) {
            return text;
        }
        return text == null || text.isBlank() ? phrase : phrase + "\n" + text;
    }
}
