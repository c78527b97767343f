package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.japanese.TextEncoding;
import jp.michishirube.problem.Problem;

/** A list as it was uploaded, kept on disk: which of the known shapes it has and in which encoding, told from its bytes. */
final class PlaceFile {

    private final Path path;
    private final TextEncoding encoding;

    private PlaceFile(Path path, TextEncoding encoding) {
        this.path = path;
        this.encoding = encoding;
    }

    /** @throws Problem {@code place-file-empty}, {@code place-file-not-text} */
    static PlaceFile open(Path path) throws IOException {
        byte[] head = head(path);
        if (head.length == 0) {
            throw Problem.badRequest("place-file-empty");
        }
        TextEncoding encoding = TextEncoding.of(path);
        boolean wide = encoding == TextEncoding.UTF_16LE_BOM || encoding == TextEncoding.UTF_16BE_BOM;
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, '%', 'P', 'D', 'F') || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) || !wide && hasNul(head)) {
            throw Problem.badRequest("place-file-not-text");
        }
        return new PlaceFile(path, encoding);
    }

    boolean isJson() throws IOException {
        try (Reader reader = reader()) {
            int c = reader.read();
            while (c == 0xFEFF || c == 0x1E || Character.isWhitespace(c)) {
                c = reader.read();
            }
            return c == '{' || c == '[';
        }
    }

    /** Broken characters come out as U+FFFD and are told per row: one bad byte does not refuse a file. */
    Reader reader() throws IOException {
        return encoding.open(path);
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4096);
        }
    }

    private static boolean hasNul(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
