package jp.michishirube.evacuation.danger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.evacuation.hazard.DangerKind;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;

/** What the page posts of a danger spot; texts, so that nothing typed is lost when one of them is wrong. */
record DangerForm(String kind, String lat, String lon, String radius, String note, String fromDate, String untilDate) {

    static final DangerForm EMPTY = new DangerForm("", "", "", "20", "", "", "");

    /** The same with its values read. */
    record Read(DangerKind kind, Double lat, Double lon, int radius, String note, LocalDate fromDate, LocalDate untilDate) {}

    /** @throws Problem {@code danger-invalid} (422) with the fields that cannot be read */
    Read read() {
        List<FieldProblem> wrong = new ArrayList<>();
        DangerKind read = of(kind).isEmpty() ? null : one("kind", "danger-kind", () -> DangerKind.valueOf(of(kind)), wrong);
        Double north = of(lat).isEmpty() ? null : one("lat", "danger-position", () -> Double.valueOf(of(lat)), wrong);
        Double east = of(lon).isEmpty() ? null : one("lat", "danger-position", () -> Double.valueOf(of(lon)), wrong);
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
