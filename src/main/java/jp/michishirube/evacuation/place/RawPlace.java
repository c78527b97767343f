package jp.michishirube.evacuation.place;

import java.util.Map;

/** A row or a GeoJSON feature as the file has it: the line where it begins and its values by meaning of the column. */
record RawPlace(long line, Map<PlaceColumn, String> values) {

    String text(PlaceColumn column) {
        String value = values.get(column);
        return value == null ? "" : value.strip();
    }

    boolean isBlank() {
        return values.values().stream().allMatch(v -> v == null || v.isBlank());
    }
}
