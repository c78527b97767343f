package jp.michishirube.roster.mapping;

import java.util.List;
import java.util.regex.Pattern;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Texts;

/** Rows of a list in which nobody stands: sums, remarks, the end. Asked only of rows that are no person's for another reason. */
public final class NoPeople {

    private static final Pattern SUM = Pattern.compile("(?:総?合計|小計|累計|計|総数|総人数|対象者数|人数|件数|総件数|以上|total)[:：]?[\\d,]*(?:人|名|件)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMARK = Pattern.compile("[※*].*|\\(?注\\)?[):：\\d].*|備考[:：].*");

    /** A sum of one 町 among the rows: a name that ends so, and beside it nothing but numbers. */
    private static final Pattern PART_SUM = Pattern.compile(".{1,20}(?:合計|小計|計)");
    private static final Pattern COUNT = Pattern.compile("\\d[\\d,]*(?:人|名|件|世帯)?");
    private static final int HEADINGS = 3;

    private NoPeople() {}

    /** The headings once more, as at the top of each printed page. */
    public static boolean isHeading(RawRow raw, List<Use> uses) {
        long same = uses.stream().filter(Use::isUsed).filter(u -> !u.heading().isBlank() && Headings.plain(Joined.cell(u, raw)).equals(Headings.plain(u.heading()))).count();
        return same >= HEADINGS;
    }

    private static boolean isPartSum(RawRow raw) {
        List<String> filled = raw.cells().stream().map(Texts::narrow).map(t -> t.replace(" ", "")).filter(t -> !t.isEmpty()).toList();
        return filled.size() > 1 && PART_SUM.matcher(filled.get(0)).matches() && filled.stream().skip(1).allMatch(t -> COUNT.matcher(t).matches());
    }

    /** @param marks beginnings that a person has named */
    public static boolean is(RawRow raw, List<String> marks) {
        String first = raw.cells().stream().map(Texts::narrow).map(t -> t.replace(" ", "")).filter(t -> !t.isEmpty()).findFirst().orElse("");
        return SUM.matcher(first).matches() || isPartSum(raw) || REMARK.matcher(first).matches()
                || marks.stream().map(m -> Texts.narrow(m).replace(" ", "")).anyMatch(m -> !m.isEmpty() && first.startsWith(m));
    }
}
