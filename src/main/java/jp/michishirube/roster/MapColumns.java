package jp.michishirube.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says which of their columns is which of ours; the check follows. */
@Component
class MapColumns {

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final Sources sources;
    private final WhoAmI who;
    private final RosterWork work;

    MapColumns(JdbcClient jdbc, Intakes intakes, Sources sources, WhoAmI who, RosterWork work) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.sources = sources;
        this.who = who;
        this.work = work;
    }

    /**
     * @param chosen our key → index of their column; keys without a column are missing
     * @param source name to keep the match under; empty to keep none
     * @throws Problem {@code roster-mapping-incomplete} (422) with the columns that are missing or chosen twice;
     *                 {@code roster-import-moved-on} (409) when the import is past that point
     */
    @Transactional
    public void map(long id, Map<String, Integer> chosen, String source) {
        Intake intake = intakes.lock(id);
        if (intake.state() != IntakeState.MAPPING && intake.state() != IntakeState.READY) {
            throw Problem.conflict("roster-import-moved-on");
        }
        Map<String, Integer> mapping = checked(intake, chosen);
        if (!source.isBlank()) {
            sources.keep(intake.kind(), source.strip(), intake.header(), mapping, who.me().id());
        }
        jdbc.sql("delete from roster.intake_row where intake = ?").param(id).update();
        jdbc.sql("update roster.intake set mapping = ?::jsonb, source = ?, checked = 0, checked_line = header_line, counts = '{}' where id = ?")
                .params(Json.write(mapping), source.isBlank() ? intake.source() : source.strip(), id).update();
        intakes.state(id, IntakeState.CHECKING);
        work.wakeAfterCommit();
    }

    private static Map<String, Integer> checked(Intake intake, Map<String, Integer> chosen) {
        Map<String, Integer> mapping = new LinkedHashMap<>();
        Map<Integer, String> used = new HashMap<>();
        List<FieldProblem> wrong = new ArrayList<>();
        for (Column column : intake.kind().layout().columns()) {
            Integer index = chosen.get(column.key());
            if (index == null || index < 0 || index >= intake.header().size()) {
                if (column.required()) {
                    wrong.add(new FieldProblem(column.key(), "roster-column-missing", column.header()));
                }
            } else if (used.put(index, column.key()) != null) {
                wrong.add(new FieldProblem(column.key(), "roster-column-twice", column.header()));
            } else {
                mapping.put(column.key(), index);
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("roster-mapping-incomplete", wrong);
        }
        return mapping;
    }
}
