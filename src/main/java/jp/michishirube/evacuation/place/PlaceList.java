package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.michishirube.problem.Problem;

/** Reads any of the known lists in one pass: the own municipality's places one after the other, and what is wrong. */
final class PlaceList {

    /**
     * @param shelters the list is of shelters (指定避難所), not of evacuation sites
     * @param rows     rows with anything in them
     * @param foreign  rows of other municipalities, passed over
     * @param taken    places handed on
     * @param problems how many things were told
     */
    record Counts(boolean shelters, long rows, long foreign, long taken, long problems) {}

    /** So many rows without a word of another municipality make a municipality's own file. */
    private static final int SILENT_HELD = 10_000;

    private final OwnMunicipality own;
    private final List<RawPlace> silent = new ArrayList<>();
    private boolean shelters;
    private long rows;
    private long foreign;
    private long taken;
    private long problems;

    PlaceList(OwnMunicipality own) {
        this.own = own;
    }

    /** @throws Problem when the file as a whole is not a place list; what is wrong with a row goes to {@code wrong} */
    Counts read(Path path, Consumer<Place> places, Consumer<RowProblem> wrong) throws IOException {
        PlaceFile file = PlaceFile.open(path);
        Consumer<RowProblem> tell = p -> {
            problems++;
            wrong.accept(p);
        };
        Set<String> keys = new HashSet<>();
        Consumer<RawPlace> row = raw -> row(raw, keys, places, tell);
        try (Reader reader = file.reader()) {
            if (file.isJson()) {
                GeoJsonPlaces.read(reader, this::columns, row, tell);
            } else {
                CsvPlaces.read(reader, this::columns, row, tell);
            }
        }
        silentRows(keys, places, tell);
        return new Counts(shelters, rows, foreign, taken, problems);
    }

    private void columns(Set<PlaceColumn> columns) {
        boolean hazards = columns.stream().anyMatch(c -> c.hazard() != null);
        shelters = !hazards && (columns.contains(PlaceColumn.ACCEPTS) || columns.contains(PlaceColumn.SITE_TOO));
        if (!hazards && !shelters || !columns.contains(PlaceColumn.NAME)) {
            throw Problem.badRequest("place-file-no-headings");
        }
    }

    private void row(RawPlace raw, Set<String> keys, Consumer<Place> places, Consumer<RowProblem> tell) {
        rows++;
        switch (own.says(raw)) {
            case OTHER -> foreign++;
            case OWN -> take(raw, keys, places, tell);
            case NOTHING -> {
                silent.add(raw);
                if (silent.size() == SILENT_HELD) {
                    silentRows(keys, places, tell);
                }
            }
        }
    }

    /** A row that says nothing of its municipality is ours in a file that names no other; else nobody knows whose it is. */
    private void silentRows(Set<String> keys, Consumer<Place> places, Consumer<RowProblem> tell) {
        for (RawPlace raw : silent) {
            if (foreign == 0) {
                take(raw, keys, places, tell);
            } else {
                tell.accept(RowProblem.refusing(raw.line(), PlaceColumn.CITY_CODE.heading(), "municipality-unknown", raw.text(PlaceColumn.NAME)));
            }
        }
        silent.clear();
    }

    private void take(RawPlace raw, Set<String> keys, Consumer<Place> places, Consumer<RowProblem> tell) {
        Place place = new PlaceRow(shelters, tell).place(raw);
        if (place == null) {
            return;
        }
        if (!keys.add(place.key())) {
            tell.accept(RowProblem.refusing(raw.line(), PlaceColumn.COMMON_ID.heading(), "twice", place.key()));
            return;
        }
        taken++;
        places.accept(place);
    }
}
