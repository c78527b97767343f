package jp.michishirube.roster.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.mapping.Headings;
import jp.michishirube.roster.mapping.Mapping;
import jp.michishirube.roster.mapping.OpenCodes;
import jp.michishirube.roster.mapping.SheetFacts;
import jp.michishirube.roster.mapping.Table;
import jp.michishirube.roster.mapping.Use;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person says where the list stands in the file, what each column is used for and what each code means; the check follows when nothing is
 * left to ask. Every act throws {@code roster-import-moved-on} (409) when the import is past that point.
 */
@Component
class MapColumns {

    private final Intakes intakes;
    private final Sources sources;
    private final Sheets sheets;
    private final StartCheck start;

    MapColumns(Intakes intakes, Sources sources, Sheets sheets, StartCheck start) {
        this.intakes = intakes;
        this.sources = sources;
        this.sheets = sheets;
        this.start = start;
    }

    /**
     * @param line of the last row of the headings; 0 for the likeliest
     * @param rows how many rows they take
     * @throws Problem {@code roster-table-unknown} (422) when no headings stand there
     */
    @Transactional
    public void table(long id, int sheet, long line, int rows) {
        Intake intake = open(id);
        SheetFacts facts = sheets.of(id).stream().filter(s -> s.index() == sheet).findFirst().orElseThrow(MapColumns::noTable);
        Headings headings = line == 0 ? Headings.likeliest(intake.kind().layout(), facts.first())
                : Table.headings(intake.kind().layout(), facts, line, rows);
        if (headings == null) {
            throw noTable();
        }
        Table table = Table.of(intake.kind().layout(), facts, headings, sources.mapping(intake.kind(), intake.source()).orElse(null));
        // the person sees the columns of the table just chosen before they are taken for agreed on
        start.with(id, intake.kind(), intake.source(), new Table(table.sheet(), headings, table.mapping(), false));
    }

    private static Problem noTable() {
        return Problem.invalid("roster-table-unknown", List.of(new FieldProblem("line", "roster-table-unknown")));
    }

    /**
     * @param chosen what each column is used for, in the order of joining; codes are kept from before
     * @param source name to keep the match under; empty to keep none
     * @throws Problem {@code roster-mapping-incomplete} (422) with the values that no column makes, and the columns chosen twice
     */
    @Transactional
    public void columns(long id, Mapping chosen, String source) {
        Intake intake = open(id);
        check(intake, chosen);
        List<Use> uses = chosen.uses().stream().filter(u -> u.column() < intake.header().size())
                .map(u -> new Use(u.column(), intake.header().get(u.column()), u.target(), codes(intake, u))).toList();
        agree(intake, chosen.with(uses), source.strip());
    }

    /**
     * @param meanings by column: value → meaning
     * @throws Problem {@code roster-codes-incomplete} (422) with the columns that have a value without a meaning; those given are kept
     */
    @Transactional(noRollbackFor = Problem.class)
    public void codes(long id, Map<Integer, Map<String, String>> meanings) {
        Intake intake = open(id);
        List<Use> uses = new ArrayList<>();
        for (Use use : intake.mapping().uses()) {
            Map<String, String> codes = new HashMap<>(use.codes());
            codes.putAll(meanings.getOrDefault(use.column(), Map.of()));
            uses.add(use.meaning(codes));
        }
        agree(intake, intake.mapping().with(uses), intake.source());
        List<OpenCodes> left = start.open(intake.kind(), tableOf(intakes.get(id)));
        if (!left.isEmpty()) {
            throw Problem.invalid("roster-codes-incomplete", left.stream().map(o -> new FieldProblem("c" + o.use().column(), "roster-code-open",
                    o.use().heading(), String.join("、", o.values().keySet()))).toList());
        }
    }

    private static Map<String, String> codes(Intake intake, Use use) {
        return intake.mapping().at(use.column()).filter(before -> before.target().equals(use.target())).map(Use::codes).orElse(Map.of());
    }

    private void agree(Intake intake, Mapping mapping, String source) {
        Table table = tableOf(intake);
        start.with(intake.id(), intake.kind(), source, new Table(table.sheet(), table.headings(), mapping, true));
    }

    /** The list as it is read at this moment. */
    Table tableOf(Intake intake) {
        SheetFacts facts = sheets.of(intake.id()).stream().filter(s -> s.index() == intake.sheet()).findFirst()
                .orElseGet(() -> new SheetFacts(intake.sheet(), "", false, intake.total(), List.of(), List.of()));
        return new Table(facts, new Headings(intake.headerLine(), intake.headerRows(), intake.header(), 0), intake.mapping(), true);
    }

    private Intake open(long id) {
        Intake intake = intakes.lock(id);
        if (intake.state() != IntakeState.MAPPING && intake.state() != IntakeState.READY) {
            throw Problem.conflict("roster-import-moved-on");
        }
        return intake;
    }

    private static void check(Intake intake, Mapping chosen) {
        List<FieldProblem> wrong = new ArrayList<>();
        for (Column column : intake.kind().layout().columns()) {
            List<Use> uses = chosen.of(column.key());
            if (uses.isEmpty() && column.required()) {
                wrong.add(new FieldProblem("columns", "roster-column-missing", column.header()));
            } else if (uses.size() > 1 && column.join() == null) {
                wrong.add(new FieldProblem("t." + uses.get(1).column(), "roster-column-twice", column.header()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("roster-mapping-incomplete", wrong);
        }
    }
}
