package jp.michishirube.roster.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.japanese.PersonName;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.ReadRow.Finding;
import jp.michishirube.roster.file.ReadRow;
import jp.michishirube.roster.file.Texts;
import jp.michishirube.roster.file.ValueKind;
import jp.michishirube.roster.file.WrongValue;

/** Reads the rows of one file by its mapping; counts what it changes on the way. */
public final class RowReader {

    private final Layout layout;
    private final Mapping mapping;
    private final Map<String, List<Use>> uses = new LinkedHashMap<>();
    private final Width width;
    private final LocalDate today;
    private final Changes changes = new Changes();

    /**
     * @param columns   headings of the file; 0 for a file whose rows may be of any length
     * @param today     for dates that cannot lie in the future
     */
    public RowReader(Layout layout, Mapping mapping, int columns, LocalDate today) {
        this.layout = layout;
        this.mapping = mapping;
        this.width = new Width(columns);
        this.today = today;
        layout.columns().forEach(c -> uses.put(c.key(), mapping.of(c.key())));
    }

    public Changes changes() {
        return changes;
    }

    public ReadRow read(RawRow raw) {
        List<Finding> problems = new ArrayList<>();
        List<Finding> notes = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        if (raw.damage() != null) {
            String kind = "row-" + raw.damage().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            problems.add(new Finding("", raw.cells().isEmpty() ? "" : Width.shorten(raw.cells().get(0)), kind));
            return new ReadRow(raw.line(), values, problems, notes, false);
        }
        width.check(raw).ifPresent(problems::add);
        for (Column column : layout.columns()) {
            List<Use> of = uses.get(column.key());
            if (!of.isEmpty()) {
                value(column, of, raw, values, problems, notes);
            }
        }
        Hazards.join(values);
        boolean noPerson = !problems.isEmpty() && values.getOrDefault("birthDate", "").isEmpty() && (NoPeople.is(raw, mapping.noPeople()) || NoPeople.isHeading(raw, mapping.uses()));
        return new ReadRow(raw.line(), values, noPerson ? List.of() : problems, notes, noPerson);
    }

    private void value(Column column, List<Use> of, RawRow raw, Map<String, String> values, List<Finding> problems, List<Finding> notes) {
        String cell = "";
        try {
            StrayCells.refuse(column, of, raw);
            if (column.kind() == ValueKind.PHONE) {
                Telephones.read(of, raw, values, notes, changes);
                return;
            }
            cell = column.kind().isCoded() ? meaning(column.kind(), of.get(0), raw) : Joined.of(column.join(), of, raw);
            if (mapping.withoutHidden() && (column.kind() == ValueKind.NAME || column.kind() == ValueKind.KANA) && PersonName.hidden(cell).isPresent()) {
                notes.add(new Finding(column.key(), PersonName.visible(cell), "name-hidden-removed"));
                cell = PersonName.withoutHidden(cell);
            }
            if (column.kind() == ValueKind.POSTAL_CODE && Texts.narrow(cell).matches("\\d{5,6}")) {
                // a number of a spreadsheet, which has no zeros before it
                notes.add(new Finding(column.key(), Texts.trim(cell), "postal-zero"));
                cell = "0".repeat(7 - Texts.narrow(cell).length()) + Texts.narrow(cell);
                changes.count(column.key(), "postal-zero", Width.shorten(cellOf(of, raw)), cell);
            }
            String value = column.kind().isCoded() ? cell : column.kind().read(cell, today);
            if (value.isEmpty() && isNeeded(column)) {
                problems.add(new Finding(column.key(), "", "missing"));
            }
            keep(column, value, values);
            if (ReadRow.hasPlaceholder(value) || column.kind() == ValueKind.NAME && ReadRow.isLossyName(value)) {
                notes.add(new Finding(column.key(), value, "placeholder"));
            }
            if (column.key().equals("birthDate") && !value.isEmpty() && value.length() < 10) {
                notes.add(new Finding(column.key(), cell, "birth-unknown"));
            }
            changes.count(column.key(), "format", Texts.trim(cell), value);
        } catch (WrongValue e) {
            problems.add(new Finding(column.key(), Width.shorten(e.kind().equals("name-hidden") ? PersonName.visible(cell) : cellOf(of, raw)), e.kind()));
        }
    }

    /** A list that has the city's numbers has one for each person: without it the same person would come in twice. */
    private boolean isNeeded(Column column) {
        return column.required() || column.key().equals("cityNumber");
    }

    /** An empty cell lifts no protection: only a word that says so does. */
    private static void keep(Column column, String value, Map<String, String> values) {
        if (!(column.key().equals("protected") && value.isEmpty())) {
            values.put(column.key(), value);
        }
        if (column.key().equals("household") && !values.containsKey("livingAlone")) {
            values.put("livingAlone", value.equals("独居") ? "true" : value.isEmpty() || value.equals("不明") ? "" : "false");
        }
    }

    private String meaning(ValueKind kind, Use use, RawRow raw) throws WrongValue {
        String cell = Joined.cell(use, raw);
        String said = use.codes().get(Texts.trim(cell));
        if (said != null) {
            return Meanings.value(kind, said).orElseThrow(() -> new WrongValue("code-wrong"));
        }
        if (!Texts.isBlank(cell) && kind != ValueKind.OFFICE && !mapping.asIs() && (Codes.isCode(cell) || Codes.leavesUnsaid(kind, cell))) {
            throw new WrongValue("unknown-code");
        }
        return kind.read(cell, today);
    }

    private static String cellOf(List<Use> of, RawRow raw) {
        return String.join(" ", of.stream().map(u -> Joined.cell(u, raw)).filter(c -> !c.isBlank()).toList());
    }
}
