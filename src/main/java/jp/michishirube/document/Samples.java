package jp.michishirube.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.document.PrintedPlan.Look;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.document.PrintedPlan.Section;

/** Reads the sample plans of {@code reports/samples/}: plain text that a municipality can edit to try its own template. */
final class Samples {

    private final Map<String, String> head = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private List<Row> rows;
    private String section;
    private int item;

    private Samples() {}

    static PrintedPlan plan(String template, String text) {
        Samples read = new Samples();
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("# ")).forEach(read::line);
        read.close();
        Map<String, String> head = read.head;
        return new PrintedPlan(PrintedPlan.Layout.of(template),
                new PrintedPlan.Head(head.get("title"), head.get("municipality"), head.get("number"), head.get("person"), 2,
                        LocalDate.of(2026, 11, 22), head.get("author"), head.get("map")),
                read.sections, head.containsKey("map") ? new SampleMap() : null,
                new PrintedPlan.Foot("https://michishirube.example/cases/" + head.get("number"), head.get("disclaimer"), null, false,
                        true));
    }

    private void line(String line) {
        if (line.startsWith("### ")) {
            item++;
        } else if (line.startsWith("## ")) {
            close();
            section = line.substring(3);
            rows = new ArrayList<>();
            item = 0;
        } else {
            String[] parts = line.split(": ?", 2);
            if (rows == null) {
                head.put(parts[0], parts[1]);
            } else {
                rows.add(row(parts[0], parts[1].replace("\\n", "\n")));
            }
        }
    }

    private Row row(String label, String value) {
        int badge = value.lastIndexOf('〔');
        return badge < 0 || !value.endsWith("〕") ? new Row(label, value, "", item)
                : new Row(label, value.substring(0, badge).strip(), value.substring(badge + 1, value.length() - 1), item);
    }

    private void close() {
        if (section != null) {
            String[] parts = section.split(" ", 3);
            sections.add(new Section(parts[0], parts[1], rows,
                    parts.length > 2 && parts[2].equals("[timeline]") ? Look.TIMELINE : Look.CELLS, null));
        }
    }
}
