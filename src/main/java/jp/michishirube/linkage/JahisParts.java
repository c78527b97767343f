package jp.michishirube.linkage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

    /** With another mark for its comma it is no record to be read, but one to be counted, and nothing of the line before. */
    private static final Pattern RECORD = Pattern.compile("\\s*\"?\\d{1,3}\"?\\s*([,，、;；\\t]|$)");

    private JahisParts() {}

    static List<String> join(List<byte[]> parts) {
        List<byte[]> given = JahisOrder.once(parts.stream().map(JahisParts::trimmed).filter(p -> p.length > 0).toList());
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
            return several(unbroken(lines(decode(given.get(0)))));
        }
        if (heads == given.size()) {
            return numbered(given.stream().map(p -> lines(decode(p))).toList());
        }
        if (heads > 1) {
            throw Problem.badRequest("jahis-other-set");
        }
        return JahisOrder.lines(given);
    }

    /** A text pasted code by code has line breaks where a code was cut: what begins with no record number goes on the line before. */
    private static List<String> unbroken(List<String> lines) {
        List<String> whole = new ArrayList<>();
        for (String line : lines) {
            if (whole.isEmpty() || line.startsWith("JAHISTC") || RECORD.matcher(line).lookingAt()) {
                whole.add(line);
            } else {
                whole.set(whole.size() - 1, whole.get(whole.size() - 1) + line);
            }
        }
        return whole;
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
        if (parts.size() == 1 && parts.get(0).stream().noneMatch(JahisParts::isPlace)) {
            return parts.get(0);
        }
        TreeMap<Integer, List<String>> byNumber = new TreeMap<>();
        String set = null;
        int expected = 0;
        for (List<String> part : parts) {
            String[] control = part.stream().filter(JahisParts::isPlace).findFirst().map(JahisReader::fields)
                    .orElseThrow(() -> Problem.badRequest("jahis-other-set"));
            if (control.length < 4) {
                throw Problem.badRequest("jahis-cut");
            }
            // The same code read twice is the same part; another one with its number is of another set.
            List<String> before = byNumber.put(number(control[3]), part);
            if (set != null && !(set.equals(control[1].strip()) && expected == number(control[2])) || before != null && !before.equals(part)) {
                throw Problem.badRequest("jahis-other-set");
            }
            set = control[1].strip();
            expected = number(control[2]);
        }
        if (byNumber.size() != expected || byNumber.firstKey() != 1 || byNumber.lastKey() != expected) {
            throw Problem.badRequest("jahis-part-missing", byNumber.size(), expected);
        }
        List<String> joined = new ArrayList<>();
        byNumber.forEach((n, part) -> part.stream().filter(l -> !isPlace(l))
                .filter(l -> joined.isEmpty() || !l.startsWith("JAHISTC")).forEach(joined::add));
        return joined;
    }

    /** Record 911, the part's place in its set; some programs put it in quotation marks or blanks like any other. */
    private static boolean isPlace(String line) {
        return line.contains("911") && JahisReader.fields(line)[0].equals("911");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("jahis-cut");
        }
    }

    static boolean startsSet(byte[] part) {
        return part.length >= HEAD.length && Arrays.equals(part, 0, HEAD.length, HEAD, 0, HEAD.length);
    }

    /**
     * Without byte order mark and blanks in front of the head, and without the end-of-file mark that old programs write. A part without a head
     * keeps its blanks: it may have been cut there.
     */
    private static byte[] trimmed(byte[] given) {
        byte[] part = given.length >= 2 && ((given[0] & 0xFF) == 0xFF && (given[1] & 0xFF) == 0xFE || (given[0] & 0xFF) == 0xFE && (given[1] & 0xFF) == 0xFF)
                ? new String(given, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8) : given;
        byte[] without = withoutMarks(part);
        int blanks = 0;
        while (blanks < without.length && (without[blanks] == ' ' || without[blanks] == '\t' || without[blanks] == '\r' || without[blanks] == '\n')) {
            blanks++;
        }
        byte[] head = Arrays.copyOfRange(without, blanks, without.length);
        return startsSet(head) ? head : without;
    }

    private static byte[] withoutMarks(byte[] part) {
        int from = part.length >= 3 && part[0] == (byte) 0xEF && part[1] == (byte) 0xBB && part[2] == (byte) 0xBF ? 3 : 0;
        int to = part.length;
        while (to > from && (part[to - 1] == 0x1A || part[to - 1] == 0)) {
            to--;
        }
        return Arrays.copyOfRange(part, from, to);
    }

    /** CP932 by the format; a text pasted or saved by a newer program is UTF-8. Bytes that are valid in both are ASCII. */
    static Optional<String> decoded(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CP932)) {
            try {
                return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException e) {
                // The next one, if any.
            }
        }
        return Optional.empty();
    }

    private static String decode(byte[] bytes) {
        String text = decoded(bytes).orElseThrow(() -> Problem.badRequest(isCleanUpToTheLastByte(bytes) ? "jahis-cut" : "jahis-encoding"));
        // A reader that turned half a character into text lost it for good.
        if (text.indexOf('\uFFFD') >= 0) {
            throw Problem.badRequest("jahis-encoding");
        }
        return text;
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

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\r\n|\r|\n")).filter(l -> !l.isBlank()).collect(Collectors.toCollection(ArrayList::new));
    }
}
