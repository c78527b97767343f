package jp.michishirube.evacuation.danger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;

/** What the page posts of a danger spot; texts, so that nothing typed is lost when one of them is wrong. */
record DangerForm(String kind, String lat, String lon, String address, String radius, String note, String fromDate, String untilDate) {

    static final DangerForm EMPTY = new DangerForm("", "", "", "", "20", "", "", "");

    /** The same with its values read. */
    record Read(DangerKind kind, Double lat, Double lon, int radius, String note, LocalDate fromDate, LocalDate untilDate) {}

    /**
     * @param book where a position was not pressed on the map but told as an address
     * @throws Problem {@code danger-invalid} (422) with the fields that cannot be read
     */
    Read read(Function<String, Optional<Position>> book) {
        List<FieldProblem> wrong = new ArrayList<>();
        Optional<Position> told = of(lat).isEmpty() && !of(address).isEmpty() ? book.apply(of(address)) : Optional.empty();
        if (of(lat).isEmpty() && !of(address).isEmpty() && told.isEmpty()) {
            wrong.add(new FieldProblem("lat", "danger-address"));
        }
        DangerKind read = of(kind).isEmpty() ? null : one("kind", "danger-kind", () -> DangerKind.valueOf(of(kind)), wrong);
        Double north = of(lat).isEmpty() ? told.map(Position::lat).orElse(null) : one("lat", "danger-position", () -> Double.valueOf(of(lat)), wrong);
        Double east = of(lon).isEmpty() ? told.map(Position::lon).orElse(null) : one("lat", "danger-position", () -> Double.valueOf(of(lon)), wrong);
        Integer metres = of(radius).isEmpty() ? Integer.valueOf(20) : one("radius", "danger-radius", () -> Integer.valueOf(of(radius)), wrong);
        LocalDate from = of(fromDate).isEmpty() ? null : one("fromDate", "danger-date", () -> LocalDate.parse(of(fromDate)), wrong);
        LocalDate until = of(untilDate).isEmpty() ? null : one("untilDate", "danger-date", () -> LocalDate.parse(of(untilDate)), wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("danger-invalid", wrong);
        }
        return new Read(read, north, east, metres, note, from, until);
    }

    private static String of(String value) {
        return value == null ? "" : value.strip();
    }

    private static <T> T one(String field, String kind, java.util.function.Supplier<T> reading, List<FieldProblem> wrong) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            wrong.add(new FieldProblem(field, kind));
            return null;
        }
    }
}
