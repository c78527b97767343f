package jp.michishirube.roster.intake;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.Verdict;
import jp.michishirube.roster.mapping.ColumnFacts;
import jp.michishirube.roster.mapping.SheetFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person must know of a file beside its rows: columns left aside, columns that do not fit, values written otherwise. */
@Component
class PreviewNotes {

    private static final int SAMPLES = 3;

    private final JdbcClient jdbc;
    private final Sheets sheets;

    PreviewNotes(JdbcClient jdbc, Sheets sheets) {
        this.jdbc = jdbc;
        this.sheets = sheets;
    }

    /** A column of theirs that makes no value, with some of what stands in it. */
    record Unused(String heading, List<String> samples) {}

    /** Values of one column of ours that are written otherwise than in the file. */
    record Changed(String key, String kind, long count, String before, String after) {}

    /** Columns with something in them; after the import has ended their headings alone. */
    List<Unused> unused(Intake intake) {
        List<ColumnFacts> facts = sheets.of(intake.id()).stream().filter(s -> s.index() == intake.sheet()).findFirst()
                .map((SheetFacts s) -> s.below(intake.headerLine())).orElse(null);
        List<Unused> unused = new ArrayList<>();
        for (int column : intake.mapping() == null ? List.<Integer>of() : intake.mapping().unused(intake.header())) {
            List<String> samples = facts == null || column >= facts.size() ? List.of() : facts.get(column).samples();
            if (facts == null ? !intake.header().get(column).isBlank() : !samples.isEmpty()) {
                String heading = intake.header().get(column).isBlank() ? "(" + (column + 1) + ")" : intake.header().get(column);
                unused.add(new Unused(heading, samples.subList(0, Math.min(SAMPLES, samples.size()))));
            }
        }
        return unused;
    }

    /** Our keys of which more than half of the rows hold a value that cannot be meant: likely another column was. */
    List<String> misfits(Intake intake) {
        if (intake.count(Verdict.WRONG) * 2 <= intake.total()) {
            return List.of();
        }
        return jdbc.sql("""
                select p ->> 'column' from roster.intake_row r, jsonb_array_elements(r.problems) p
                where r.intake = ? and r.verdict = 'WRONG' and p ->> 'column' <> '' group by 1 having count(*) * 2 > ? order by 1
                """).params(intake.id(), intake.total()).query(String.class).list();
    }

    List<Changed> changed(Intake intake) {
        List<Changed> changed = new ArrayList<>();
        if (intake.changes() != null) {
            intake.changes().forEach((key, c) -> changed.add(new Changed(key.substring(0, key.indexOf('.')), key.substring(key.indexOf('.') + 1), c.count(),
                    c.before(), c.after())));
        }
        return changed;
    }

    /** Another sheet with the headings of the one read, such as one for each 町: its people are not taken in. */
    record Further(String name, long rows) {}

    List<Further> furtherSheets(Intake intake) {
        return sheets.of(intake.id()).stream().filter(s -> s.index() != intake.sheet())
                .map(s -> new Further(s.name(), s.rowsBelow(intake.header(), intake.headerRows()))).filter(f -> f.rows() > 0).toList();
    }

    /** Sheets of the same file besides the one read, that hold rows too but no such list. */
    List<String> otherSheets(Intake intake) {
        List<String> further = furtherSheets(intake).stream().map(Further::name).toList();
        return sheets.of(intake.id()).stream().filter(s -> s.index() != intake.sheet() && s.rows() > 1).map(SheetFacts::name).filter(n -> !further.contains(n)).toList();
    }
}
