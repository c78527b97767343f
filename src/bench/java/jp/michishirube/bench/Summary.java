package jp.michishirube.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one run against their bounds, as a table in Markdown.
 *
 * @param holds whether every figure is there and keeps to its bound
 */
record Summary(String table, boolean holds) {

    /** Read from the files of {@link Figures}; a figure without one is named as missing and holds nothing. */
    static Summary of(List<Bound> bounds) throws IOException {
        StringBuilder table = new StringBuilder("| figure | value | baseline | ratio | bound | holds |\n| --- | --- | --- | --- | --- | --- |\n");
        boolean holds = true;
        for (Bound bound : bounds) {
            Path file = Figures.file(bound.name());
            if (!Files.exists(file)) {
                table.append(String.format(Locale.ROOT, "| %s | missing | | | %s | **no** |%n", bound.name(), bound.words()));
                holds = false;
                continue;
            }
            JsonNode figure = new ObjectMapper().readTree(file.toFile());
            double ratio = figure.path("ratio").asDouble(Double.NaN);
            boolean kept = bound.holds(ratio);
            holds &= kept;
            String unit = figure.path("unit").asText();
            table.append(String.format(Locale.ROOT, "| %s | %.2f %s | %.2f %s | %.2f | %s | %s |%n", bound.name(), figure.path("value").asDouble(), unit,
                    figure.path("baseline").asDouble(), unit, ratio, bound.words(), bound.kind() == Bound.Kind.SHOWN ? "–" : kept ? "yes" : "**no**"));
        }
        Files.createDirectories(Figures.file("summary").getParent());
        Files.writeString(Figures.file("summary").resolveSibling("summary.md"), table);
        return new Summary(table.toString(), holds);
    }
}
