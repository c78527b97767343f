package jp.michishirube.linkage;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jp.michishirube.problem.Problem;

/** Puts the codes of one notebook in their order, however they were photographed. */
final class NotebookCodes {

    private NotebookCodes() {}

    /** Each code once. */
    static List<QrPart> together(List<QrPart> before, List<QrPart> now) {
        List<QrPart> all = new ArrayList<>(before);
        now.stream().filter(code -> all.stream().noneMatch(code::isSameAs)).forEach(all::add);
        return all;
    }

    /**
     * @return a set cut by structured append as one part; codes that stand alone, which number themselves in a record, as they are
     * @throws Problem {@code jahis-part-missing} (400) while codes of the set are missing, {@code jahis-other-set} (400) for codes of two
     */
    static List<byte[]> parts(List<QrPart> codes) {
        if (codes.stream().allMatch(c -> c.total() == 1)) {
            return codes.stream().map(QrPart::content).toList();
        }
        QrPart first = codes.get(0);
        TreeMap<Integer, QrPart> set = new TreeMap<>();
        for (QrPart code : codes) {
            if (code.total() != first.total() || code.parity() != first.parity() || set.put(code.index(), code) != null) {
                throw Problem.badRequest("jahis-other-set");
            }
        }
        if (set.size() < first.total()) {
            throw Problem.badRequest("jahis-part-missing", set.size(), first.total());
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        set.values().forEach(code -> whole.writeBytes(code.content()));
        return List.of(whole.toByteArray());
    }
}
