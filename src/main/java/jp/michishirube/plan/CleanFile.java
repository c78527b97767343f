package jp.michishirube.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;

/**
 * An uploaded file as it may be kept. Pictures are decoded within a memory bound, turned upright and written anew: what else was in
 * them (position, camera, a second file) is gone. What a file is, its first bytes say, not its name.
 *
 * @param mediaType of the content kept
 */
record CleanFile(String name, String mediaType, byte[] content) {

    static final int LARGEST = 20 * 1024 * 1024;

    /** @param longest pixels on the longer side of a picture */
    static CleanFile of(FieldKind kind, String address, String name, byte[] bytes, int longest) {
        if (bytes.length > LARGEST) {
            throw Problem.tooLarge("file-too-large");
        }
        boolean pdf = starts(bytes, '%', 'P', 'D', 'F', '-');
        if (pdf && kind == FieldKind.FILE) {
            return new CleanFile(safe(name, "file", ".pdf"), "application/pdf", bytes);
        }
        boolean jpeg = starts(bytes, 0xFF, 0xD8, 0xFF);
        boolean png = starts(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
        if (!jpeg && !png) {
            throw wrong(address, isHeic(bytes) ? "heic-picture" : kind == FieldKind.FILE ? "not-accepted-file" : "not-a-picture");
        }
        try {
            return new CleanFile(safe(name, "photo", ".jpg"), "image/jpeg", Picture.clean(bytes, jpeg, longest));
        } catch (Picture.TooManyPixels e) {
            throw wrong(address, "picture-too-large");
        } catch (IOException | RuntimeException e) {
            throw wrong(address, "not-a-picture");
        }
    }

    private static Problem wrong(String address, String kind) {
        return Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(address, kind)));
    }

    /** What newer tablets write: ISO media file whose brand is one of HEIF's. Java cannot read it, and the person is told what to do. */
    private static boolean isHeic(byte[] bytes) {
        if (bytes.length < 12 || bytes[4] != 'f' || bytes[5] != 't' || bytes[6] != 'y' || bytes[7] != 'p') {
            return false;
        }
        return Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif").contains(new String(bytes, 8, 4, StandardCharsets.US_ASCII));
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The sender's name without path, controls or what a header or shell would read; with the ending of what it is. */
    private static String safe(String name, String otherwise, String ending) {
        String base = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>|:*?;]", "").replaceAll("\\.[A-Za-z0-9]{1,5}$", "").strip();
        base = base.length() > 80 ? base.substring(0, base.offsetByCodePoints(0, Math.min(60, base.codePointCount(0, base.length())))) : base;
        return (base.isEmpty() ? otherwise : base) + ending;
    }
}
