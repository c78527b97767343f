package jp.michishirube.evacuation.place;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.problem.Problem;

/** A list as it was uploaded, kept on disk: which of the known shapes it has and in which encoding, told from its bytes. */
final class PlaceFile {

    /** {@code Shift_JIS} of Java fails on the machine-dependent characters of real files (①, 髙). */
    private static final Charset CP932 = Charset.forName("windows-31j");

    private final Path path;
    private final Charset charset;

    private PlaceFile(Path path, Charset charset) {
        this.path = path;
        this.charset = charset;
    }

    /** @throws Problem {@code place-file-empty}, {@code place-file-not-text} */
    static PlaceFile open(Path path) throws IOException {
        byte[] head = head(path);
        if (head.length == 0) {
            throw Problem.badRequest("place-file-empty");
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new PlaceFile(path, StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new PlaceFile(path, StandardCharsets.UTF_16BE);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, '%', 'P', 'D', 'F') || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) || hasNul(head)) {
            throw Problem.badRequest("place-file-not-text");
        }
        return new PlaceFile(path, decodes(path, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : CP932);
    }

    boolean isJson() throws IOException {
        try (Reader reader = reader()) {
            int c = reader.read();
            while (c == 0xFEFF || Character.isWhitespace(c)) {
                c = reader.read();
            }
            return c == '{' || c == '[';
        }
    }

    /** Broken characters come out as U+FFFD and are told per row: one bad byte does not refuse a file. */
    Reader reader() throws IOException {
        Reader reader = new InputStreamReader(new BufferedInputStream(Files.newInputStream(path), 1 << 16), charset);
        java.io.PushbackReader pushback = new java.io.PushbackReader(reader, 1);
        int first = pushback.read();
        if (first != 0xFEFF && first >= 0) {
            pushback.unread(first);
        }
        return pushback;
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

    private static boolean decodes(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(bytes.array(), bytes.position(), bytes.remaining()); n >= 0;
                    n = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
                bytes.position(bytes.position() + n).flip();
                if (decoder.decode(bytes, chars.clear(), false).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.decode(bytes.flip(), chars.clear(), true).isError();
        }
    }
}
