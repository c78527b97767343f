package jp.michishirube.linkage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.michishirube.problem.Problem;

/**
 * Finds the order of QR codes that were cut anywhere (structured append) and of which only the first shows its place. They are joined as
 * bytes: a cut may lie within a character.
 */
final class JahisOrder {

    /** Structured append has at most 16 codes; of more than this many unordered ones the order given must be the right one. */
    private static final int MOST_TRIED = 6;

    private JahisOrder() {}

    /**
     * @return the lines of the order given, if that makes whole records; else of the one order that does
     * @throws Problem {@code jahis-cut} when none does, {@code jahis-wrong-order} when several do and the given one does not
     */
    static List<String> lines(List<byte[]> parts) {
        Optional<List<String>> asGiven = JahisParts.startsSet(parts.get(0)) ? whole(parts) : Optional.empty();
        if (asGiven.isPresent()) {
            return asGiven.get();
        }
        if (parts.size() > MOST_TRIED) {
            throw Problem.badRequest(JahisParts.startsSet(parts.get(0)) ? "jahis-cut" : "jahis-wrong-order");
        }
        List<List<String>> found = new ArrayList<>();
        byte[] first = parts.stream().filter(JahisParts::startsSet).findFirst().orElseThrow();
        List<byte[]> others = new ArrayList<>(parts);
        others.remove(first);
        tryAll(new ArrayList<>(List.of(first)), others, found);
        if (found.size() != 1) {
            throw Problem.badRequest(found.isEmpty() ? "jahis-cut" : "jahis-wrong-order");
        }
        return found.get(0);
    }

    private static void tryAll(List<byte[]> chosen, List<byte[]> others, List<List<String>> found) {
        if (others.isEmpty()) {
            whole(chosen).filter(l -> !found.contains(l)).ifPresent(found::add);
        }
        for (byte[] next : others) {
            List<byte[]> longer = new ArrayList<>(chosen);
            longer.add(next);
            List<byte[]> fewer = new ArrayList<>(others);
            fewer.remove(next);
            tryAll(longer, fewer, found);
        }
    }

    private static Optional<List<String>> whole(List<byte[]> parts) {
        ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(p -> p.length).sum());
        parts.forEach(all::put);
        return JahisParts.decoded(all.array()).map(JahisParts::lines).filter(JahisReader::isWhole);
    }

    /** Without codes that were read twice. */
    static List<byte[]> once(List<byte[]> parts) {
        List<byte[]> once = new ArrayList<>();
        parts.stream().filter(p -> once.stream().noneMatch(o -> Arrays.equals(o, p))).forEach(once::add);
        return once;
    }
}
