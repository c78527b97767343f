package jp.michishirube.roster.file;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param line   number of the physical line (or the Excel row) on which it begins, from 1
 * @param cells  the values to the letter; U+FFFD stands where the bytes were no character of the file's encoding
 * @param damage why the row as a whole cannot be read, or null
 */
public record RawRow(long line, List<String> cells, Damage damage) {

    public enum Damage {
        /** Longer than {@link Limits#recordChars()}: cut off there. */
        TOO_LONG,
        /** A quotation mark was opened and never closed. */
        OPEN_QUOTE,
        /** More cells than {@link Limits#columns()}. */
        TOO_MANY_CELLS
    }

    public RawRow {
        cells = List.copyOf(cells);
    }

    public boolean isBlank() {
        return damage == null && cells.stream().allMatch(Texts::isBlank);
    }
}
