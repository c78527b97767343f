package jp.michishirube.door;

import java.util.Set;

/**
 * What one route takes.
 *
 * @param bytes    of the whole body
 * @param refusal  kind of the problem for a larger one
 * @param carriers fields that carry a file as text
 */
record Bound(long bytes, String refusal, Set<String> carriers) {

    /** JSON of people and systems; the longest draft of a plan is a tenth of it. */
    static final Bound OF_JSON = new Bound(1 << 20, "body-too-large", Set.of());
    /** The same as the server's own bound of a form's fields together. */
    static final Bound OF_FORMS = new Bound(2 << 20, "body-too-large", Set.of());
}
