package jp.michishirube.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JasperReport;

/** A compiled file of {@code reports/}, ready to be filled any number of times. */
record Template(String path, JasperReport report) {

    Grid grid() {
        List<int[]> shapes = Arrays.stream(property("shapes").orElse("12").split("[ ,]+"))
                .map(s -> Arrays.stream(s.split("-")).mapToInt(Integer::parseInt).toArray()).toList();
        return new Grid(number("width", report.getColumnWidth()), number("valueSize", 9), number("labelSize", 6.5), shapes,
                (int) number("steps", 0));
    }

    /** Small pages that go on one sheet: {@code 2x2} for A6 on A4. */
    boolean foursOnSheet() {
        return property("sheet").filter("2x2"::equals).isPresent();
    }

    private double number(String name, double otherwise) {
        return property(name).map(Double::valueOf).orElse(otherwise);
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(report.getProperty("michishirube." + name));
    }
}
