package jp.michishirube.evacuation.place;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashSet;
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

    private final OwnMunicipality own;
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
        if (!own.owns(raw)) {
            foreign++;
            return;
        }
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
