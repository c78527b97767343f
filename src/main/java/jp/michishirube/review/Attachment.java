package jp.michishirube.review;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;

/**
 * A file that goes with a message.
 *
 * @param type media type by its content
 */
record Attachment(String name, String type, byte[] bytes) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    private enum Kind {
        PDF("application/pdf", List.of("pdf"), "%PDF-".getBytes(StandardCharsets.US_ASCII)),
        PNG("image/png", List.of("png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
        JPEG("image/jpeg", List.of("jpg", "jpeg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

        private final String type;
        private final List<String> endings;
        private final byte[] start;

        Kind(String type, List<String> endings, byte[] start) {
            this.type = type;
            this.endings = endings;
            this.start = start;
        }
    }

    /**
     * @param name as the sender's computer calls it
     * @throws Problem {@code attachment-refused} (422): not PDF, PNG or JPEG by content, or by a name that says something else;
     *                 {@code file-too-large} (413)
     */
    static Attachment check(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Problem.tooLarge("file-too-large");
        }
        String base = safe(name);
        String ending = base.substring(base.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Kind kind = Arrays.stream(Kind.values()).filter(k -> startsWith(bytes, k.start)).findFirst().orElseThrow(() -> refused("attachment-kind"));
        if (!kind.endings.contains(ending)) {
            throw refused("attachment-lies");
        }
        return new Attachment(base, kind.type, bytes);
    }

    private static Problem refused(String why) {
        return Problem.invalid("attachment-refused", List.of(new FieldProblem("attachment", why)));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** The last part of the name, without what could steer a header or a path, the ending kept. */
    private static String safe(String name) {
        String base = (name == null ? "" : name).replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"]", "_");
        return base.length() <= 150 ? base : base.substring(base.length() - 150);
    }
}
