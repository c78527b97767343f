package jp.michishirube.roster.mapping;

import java.util.Optional;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.ReadRow.Finding;
import jp.michishirube.roster.file.Texts;

/**
 * Whether a row has a cell for each heading. One too few or too many and every value after it stands in another's place.
 *
 * @param columns headings; 0 where a missing cell is an empty one, as in a spreadsheet
 */
record Width(int columns) {

    Optional<Finding> check(RawRow raw) {
        if (columns == 0 || raw.cells().size() == columns) {
            return Optional.empty();
        }
        if (raw.cells().size() < columns) {
            return Optional.of(new Finding("", shorten(String.join(",", raw.cells())), "row-too-few-cells"));
        }
        boolean more = raw.cells().subList(columns, raw.cells().size()).stream().anyMatch(c -> !Texts.isBlank(c));
        return more ? Optional.of(new Finding("", shorten(String.join(",", raw.cells())), "row-too-many-cells")) : Optional.empty();
    }

    static String shorten(String cell) {
        String clean = cell.replaceAll("[\\p{Cntrl}]", " ");
        return clean.length() > 120 ? clean.substring(0, 120) + "…" : clean;
    }
}
