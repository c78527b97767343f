package jp.michishirube.roster.mapping;

import java.util.List;
import java.util.regex.Pattern;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Texts;

/** Rows of a list in which nobody stands: sums, remarks, the end. Asked only of rows that are no person's for another reason. */
public final class NoPeople {

    private static final Pattern SUM = Pattern.compile("(?:総?合計|小計|累計|計|総数|総人数|対象者数|人数|件数|総件数|以上|total)[:：]?[\\d,]*(?:人|名|件)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMARK = Pattern.compile("[※*].*|\\(?注\\)?[):：\\d].*|備考[:：].*");

    private NoPeople() {}

    /** @param marks beginnings that a person has named */
    public static boolean is(RawRow raw, List<String> marks) {
        String first = raw.cells().stream().map(Texts::narrow).map(t -> t.replace(" ", "")).filter(t -> !t.isEmpty()).findFirst().orElse("");
        return SUM.matcher(first).matches() || REMARK.matcher(first).matches()
                || marks.stream().map(m -> Texts.narrow(m).replace(" ", "")).anyMatch(m -> !m.isEmpty() && first.startsWith(m));
    }
}
