package jp.michishirube.evacuation.place;

import java.util.Map;

/** A row or a GeoJSON feature as the file has it: the line where it begins and its values by meaning of the column. */
record RawPlace(long line, Map<PlaceColumn, String> values) {

    /** Between the marks of several columns about one danger, such as 崖崩れ and 土石流. */
    static final String AND = "\u001f";

    /** Sets what a column says: beside what another column says of the same danger, else only where none has said anything. */
    static void put(Map<PlaceColumn, String> values, PlaceColumn column, String value) {
        values.merge(column, value, (before, more) -> column.hazard() != null ? before + AND + more : before.isBlank() ? more : before);
    }

    String text(PlaceColumn column) {
        String value = values.get(column);
        return value == null ? "" : value.strip();
    }

    boolean isBlank() {
        return values.values().stream().allMatch(v -> v == null || v.isBlank());
    }
}
