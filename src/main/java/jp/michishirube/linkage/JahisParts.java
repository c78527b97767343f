package jp.michishirube.linkage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.michishirube.problem.Problem;

/**
 * Joins the contents of files or QR codes to the lines of one notebook.
 *
 * <p>QR sets are split in two ways: between records, each part with the version record and {@code 911,set,parts,number}; or by the
 * QR code's own structured append, which cuts anywhere, even within a character. The second must be joined before decoding.
 */
final class JahisParts {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final byte[] HEAD = "JAHISTC".getBytes(StandardCharsets.US_ASCII);

    private JahisParts() {}

    static List<String> join(List<byte[]> parts) {
        List<byte[]> given = parts.stream().map(JahisParts::trimmed).filter(p -> p.length > 0).toList();
        if (given.isEmpty()) {
            throw Problem.badRequest("jahis-none");
        }
        if (given.stream().mapToLong(p -> p.length).sum() > JahisNotebook.MAX_BYTES) {
            throw Problem.tooLarge("jahis-too-large");
        }
        long heads = given.stream().filter(JahisParts::startsSet).count();
        if (heads == 0) {
            throw Problem.badRequest("jahis-not-jahis");
        }
        if (given.size() == 1) {
            return several(lines(decode(given.get(0))));
        }
        if (heads == given.size()) {
            return numbered(given.stream().map(p -> lines(decode(p))).toList());
        }
        if (heads > 1) {
            throw Problem.badRequest("jahis-other-set");
        }
        if (!startsSet(given.get(0))) {
            throw Problem.badRequest("jahis-wrong-order");
        }
        return lines(decode(concatenated(given)));
    }

    /** One text may hold several parts after another, as someone pastes them. */
    private static List<String> several(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("JAHISTC")) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(line);
        }
        return numbered(parts);
    }

    private static List<String> numbered(List<List<String>> parts) {
        if (parts.size() == 1 && parts.get(0).stream().noneMatch(l -> l.startsWith("911,"))) {
            return parts.get(0);
        }
        TreeMap<Integer, List<String>> byNumber = new TreeMap<>();
        String set = null;
        int expected = 0;
        for (List<String> part : parts) {
            String[] control = part.stream().filter(l -> l.startsWith("911,")).findFirst()
                    .orElseThrow(() -> Problem.badRequest("jahis-other-set")).split(",", -1);
            if (control.length < 4) {
                throw Problem.badRequest("jahis-cut");
            }
            if (set != null && !set.equals(control[1].strip())) {
                throw Problem.badRequest("jahis-other-set");
            }
            set = control[1].strip();
            expected = number(control[2]);
            // The same code read twice is the same part.
            byNumber.put(number(control[3]), part);
        }
        if (byNumber.size() != expected || byNumber.firstKey() != 1 || byNumber.lastKey() != expected) {
            throw Problem.badRequest("jahis-part-missing", byNumber.size(), expected);
        }
        List<String> joined = new ArrayList<>();
        byNumber.forEach((n, part) -> part.stream().filter(l -> !l.startsWith("911,"))
                .filter(l -> joined.isEmpty() || !l.startsWith("JAHISTC")).forEach(joined::add));
        return joined;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("jahis-cut");
        }
    }

    private static boolean startsSet(byte[] part) {
        return part.length >= HEAD.length && Arrays.equals(part, 0, HEAD.length, HEAD, 0, HEAD.length);
    }

    /** Without byte order mark in front and without the end-of-file mark that old programs write. */
    private static byte[] trimmed(byte[] part) {
        int from = part.length >= 3 && part[0] == (byte) 0xEF && part[1] == (byte) 0xBB && part[2] == (byte) 0xBF ? 3 : 0;
        int to = part.length;
        while (to > from && (part[to - 1] == 0x1A || part[to - 1] == 0)) {
            to--;
        }
        return Arrays.copyOfRange(part, from, to);
    }

    private static byte[] concatenated(List<byte[]> parts) {
        ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(p -> p.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    /** CP932 by the format; a text pasted or saved by a newer program is UTF-8. Bytes that are valid in both are ASCII. */
    private static String decode(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CP932)) {
            try {
                return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                // The next one, if any.
            }
        }
        boolean onlyTheEnd = isCleanUpToTheLastByte(bytes);
        throw Problem.badRequest(onlyTheEnd ? "jahis-cut" : "jahis-encoding");
    }

    private static boolean isCleanUpToTheLastByte(byte[] bytes) {
        try {
            CP932.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, bytes.length - 1));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\r\n|\r|\n")).filter(l -> !l.isBlank()).collect(Collectors.toCollection(ArrayList::new));
    }
}
