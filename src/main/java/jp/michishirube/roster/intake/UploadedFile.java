package jp.michishirube.roster.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.handover.Refused;

/** What was sent, on the disk for as long as it is read. */
record UploadedFile(Path path, String name, String sha256) implements AutoCloseable {

    /** @throws Problem {@code roster-file-too-large} as soon as more bytes come than allowed */
    static UploadedFile of(InputStream in, String name, long limit) {
        Path path = null;
        try {
            path = Files.createTempFile("roster", ".in");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    if (size > limit) {
                        throw Problem.tooLarge("roster-file-too-large", limit >> 20);
                    }
                    out.write(buffer, 0, n);
                }
            }
            return new UploadedFile(path, plainName(name), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            delete(path);
            throw new UncheckedIOException("upload not kept", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            delete(path);
            throw e;
        }
    }

    /** Written by the caller piece by piece. */
    interface Fill {
        void into(OutputStream out) throws IOException, Refused;
    }

    /** @throws Refused as the caller's writing does; nothing stays on the disk then */
    static UploadedFile unpacked(Fill fill, String name) throws Refused {
        Path path = null;
        try {
            path = Files.createTempFile("roster", ".in");
            try (OutputStream out = Files.newOutputStream(path)) {
                fill.into(out);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return of(in, name, Long.MAX_VALUE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("package not unpacked", e);
        } finally {
            delete(path);
        }
    }

    /** The name alone: some browsers send a whole path, and a name is shown on pages. */
    private static String plainName(String name) {
        String last = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return last.isBlank() ? "-" : last.length() > 120 ? last.substring(0, 120) : last;
    }

    private static void delete(Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() {
        delete(path);
    }
}
