package jp.michishirube.upload;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What a file is, as its first bytes say. Its name and declared type are not believed. */
public enum FileKind {
    PDF("application/pdf", ".pdf", '%', 'P', 'D', 'F', '-'),
    JPEG("image/jpeg", ".jpg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", ".png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

    private static final Set<String> HEIF = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif");

    private final String mediaType;
    private final String ending;
    private final int[] start;

    FileKind(String mediaType, String ending, int... start) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.start = start;
    }

    public String mediaType() {
        return mediaType;
    }

    /** With its dot, such as {@code .pdf}. */
    public String ending() {
        return ending;
    }

    static Optional<FileKind> of(byte[] bytes) {
        for (FileKind kind : values()) {
            if (kind.starts(bytes)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What newer tablets write: an ISO media file whose brand is one of HEIF's. Java cannot read it, and the person is told what to do. */
    static boolean isHeif(byte[] bytes) {
        return bytes.length >= 12 && bytes[4] == 'f' && bytes[5] == 't' && bytes[6] == 'y' && bytes[7] == 'p'
                && HEIF.contains(new String(bytes, 8, 4, StandardCharsets.US_ASCII));
    }

    private boolean starts(byte[] bytes) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
