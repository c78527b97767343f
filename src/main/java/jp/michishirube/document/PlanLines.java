package jp.michishirube.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.document.PrintedPlan.Section;

/** Lays a plan's sections out as flat lines, so that one report without subreports prints any form. */
final class PlanLines {

    private final Grid grid;
    private final NameGlyphs glyphs;
    private final List<Line> lines = new ArrayList<>();
    private int number;
    private int unit;
    private String title;

    private PlanLines(Grid grid, NameGlyphs glyphs) {
        this.grid = grid;
        this.glyphs = glyphs;
    }

    static List<Line> of(PrintedPlan plan, Grid grid, NameGlyphs glyphs) {
        PlanLines laid = new PlanLines(grid, glyphs);
        boolean mapPlaced = plan.map() == null;
        for (Section section : plan.sections()) {
            laid.section(section);
            if (!mapPlaced && section.key().equals(plan.head().mapSection())) {
                laid.picture("MAP", plan.map());
                mapPlaced = true;
            }
        }
        if (!mapPlaced) {
            laid.picture("MAP", plan.map());
        }
        return laid.lines;
    }

    private void section(Section section) {
        number++;
        title = section.title();
        List<Row> plain = section.rows().stream().filter(r -> r.item() == 0).toList();
        Map<Integer, List<Row>> items = section.rows().stream().filter(r -> r.item() > 0)
                .collect(Collectors.groupingBy(Row::item, LinkedHashMap::new, Collectors.toList()));
        if (section.look() == PrintedPlan.Look.TIMELINE && grid.steps() > 0 && !items.isEmpty()) {
            pack(plain, false);
            timeline(List.copyOf(items.values()));
        } else {
            run(section.rows());
        }
        if (section.picture() != null) {
            picture("PICTURE", section.picture());
        }
    }

    /** Rows in their own order; a line never mixes two entries. */
    private void run(List<Row> rows) {
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || rows.get(to).item() != rows.get(from).item()) {
                pack(rows.subList(from, to), rows.get(from).item() > 0);
                from = to;
            }
        }
    }

    private void pack(List<Row> rows, boolean item) {
        List<Row> line = new ArrayList<>();
        List<Integer> needs = new ArrayList<>();
        boolean opens = item;
        unit++;
        for (Row row : rows) {
            int need = grid.need(label(row, item && row == rows.get(0)), row.value());
            needs.add(need);
            if (!line.isEmpty() && grid.shape(needs) == null) {
                needs.remove(needs.size() - 1);
                put(line, needs, opens, item && opens);
                opens = false;
                needs.add(need);
            }
            line.add(row);
        }
        if (!line.isEmpty()) {
            put(line, needs, opens, item && opens);
        }
    }

    private void put(List<Row> line, List<Integer> needs, boolean opens, boolean numbered) {
        int[] shape = grid.shape(needs);
        unit += line.get(0).item() > 0 ? 0 : 1;
        StringBuilder name = new StringBuilder();
        for (int twelfths : shape) {
            name.append(twelfths);
        }
        String[] labels = new String[line.size()];
        String[] values = new String[line.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(line.get(i), numbered && i == 0);
            values[i] = glyphs.styled(line.get(i).value());
        }
        lines.add(new Line("ROW", name.toString(), number, unit, title, labels, values, opens, null));
        line.clear();
        needs.clear();
    }

    private static String label(Row row, boolean numbered) {
        String label = numbered ? row.item() + "  " + row.label() : row.label();
        return row.badge() == null || row.badge().isEmpty() ? label : label + "〔" + row.badge() + "〕";
    }

    /** The first row of each entry names its column; the others become lines across the columns. */
    private void timeline(List<List<Row>> entries) {
        for (int from = 0; from < entries.size(); from += grid.steps()) {
            List<List<Row>> part = entries.subList(from, Math.min(entries.size(), from + grid.steps()));
            unit++;
            String[] heads = part.stream().map(e -> glyphs.styled(e.get(0).value())).toArray(String[]::new);
            lines.add(new Line("STEPS_HEAD", "", number, unit, title, new String[] {part.get(0).get(0).label()}, heads, true, null));
            List<String> labels = part.stream().flatMap(e -> e.stream().skip(1)).map(Row::label).distinct().toList();
            for (String label : labels) {
                String[] values = part.stream().map(e -> e.stream().skip(1).filter(r -> r.label().equals(label)).findFirst()
                        .map(r -> glyphs.styled(r.value())).orElse("")).toArray(String[]::new);
                lines.add(new Line("STEPS", "", number, unit, title, new String[] {label}, values, false, null));
            }
        }
    }

    private void picture(String kind, Drawable drawable) {
        lines.add(new Line(kind, "", number, ++unit, title, null, null, false, Picture.of(drawable)));
    }
}
