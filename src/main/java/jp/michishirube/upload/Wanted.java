package jp.michishirube.upload;

import java.util.Set;

/**
 * What a purpose takes.
 *
 * @param kinds    any other is refused
 * @param bytes    of the file as sent
 * @param pixels   of a picture as sent; known before anything of it is decoded
 * @param longest  pixels on the longer side of a picture as kept
 * @param keepPng  whether a PNG stays one (sharp letters of a scan); else every picture becomes a JPEG
 */
public record Wanted(Set<FileKind> kinds, long bytes, long pixels, int longest, boolean keepPng) {

    /** A signed paper, scanned or photographed: A4 at 300 dots an inch has 3,508 on its longer side. */
    public static Wanted paper(long bytes) {
        return new Wanted(Set.of(FileKind.PDF, FileKind.JPEG, FileKind.PNG), bytes, 100_000_000, 3_600, true);
    }

    public static Wanted photo(long bytes, long pixels, int longest) {
        return new Wanted(Set.of(FileKind.JPEG, FileKind.PNG), bytes, pixels, longest, false);
    }

    public static Wanted photoOrDocument(long bytes, long pixels, int longest) {
        return new Wanted(Set.of(FileKind.PDF, FileKind.JPEG, FileKind.PNG), bytes, pixels, longest, false);
    }
}
