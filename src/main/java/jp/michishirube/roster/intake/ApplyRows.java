package jp.michishirube.roster.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.entry.RowToApply;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on the next rows of a confirmed import: entries, cases and the mark "done" commit together, so that a crash at any moment leaves
 * each person with exactly one case or none yet.
 */
@Component
class ApplyRows {

    static final int CHUNK = 100;

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final ApplyResidents residents;
    private final ApplyOthers others;

    ApplyRows(JdbcClient jdbc, Intakes intakes, ApplyResidents residents, ApplyOthers others) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.residents = residents;
        this.others = others;
    }

    enum Result {
        MORE, FINISHED,
        /** Somebody else works on it now. */
        TAKEN
    }

    /** @param limit rows in this transaction; 1 after a failure, to find the row it lies with */
    @Transactional
    public Result next(long id, String worker, int limit) {
        if (!intakes.prolong(id, worker, RosterWorker.LEASE, IntakeState.RUNNING)) {
            return Result.TAKEN;
        }
        Intake intake = intakes.lock(id);
        List<RowToApply> rows = rows(id, limit);
        if (rows.isEmpty()) {
            finish(id);
            return Result.FINISHED;
        }
        if (intake.kind() == IntakeKind.RESIDENTS) {
            residents.apply(id, rows);
        } else {
            others.apply(intake.kind(), rows);
        }
        done(id, rows.stream().map(RowToApply::line).toList());
        return Result.MORE;
    }

    /** Leaves a row aside on which acting failed, and says so in the report. */
    @Transactional
    public void leaveAside(long id, String worker) {
        if (!intakes.prolong(id, worker, RosterWorker.LEASE, IntakeState.RUNNING)) {
            return;
        }
        for (RowToApply row : rows(id, 1)) {
            jdbc.sql("""
                    update roster.intake_row set verdict = 'WRONG',
                        problems = '[{"column": "", "value": "", "kind": "not-applied"}]' where intake = ? and line = ?
                    """).params(id, row.line()).update();
            done(id, List.of(row.line()));
        }
    }

    private void done(long id, List<Long> lines) {
        jdbc.sql("update roster.intake_row set done = true where intake = ? and line = any(?)").params(id, lines.toArray(Long[]::new)).update();
        jdbc.sql("update roster.intake set applied = applied + ? where id = ?").params(lines.size(), id).update();
    }

    private void finish(long id) {
        jdbc.sql(CorrectionsOfRows.KEPT).param("i", id).update();
        jdbc.sql(CorrectionsOfRows.ENDED).param("i", id).param("now", intakes.now()).update();
        jdbc.sql("update roster.intake set finished_at = ? where id = ?").params(intakes.now(), id).update();
        jdbc.sql("delete from roster.raw_row where intake = ?").param(id).update();
        jdbc.sql("delete from roster.intake_sheet where intake = ?").param(id).update();
        intakes.state(id, IntakeState.DONE);
    }

    private List<RowToApply> rows(long id, int limit) {
        return jdbc.sql("""
                select r.*, %s as acted from roster.intake_row r
                where r.intake = :i and not r.done and (r.verdict in ('NEW', 'CHANGED', 'LEFT') or r.verdict in ('DOUBT', 'ASKED') and r.decision is not null
                    or r.verdict = 'GONE' and (select apply_gone from roster.intake where id = :i))
                order by r.priority, r.line limit :n
                """.formatted(CorrectionsOfRows.DATA)).param("i", id).param("n", limit).query(ApplyRows::row).list();
    }

    private static RowToApply row(ResultSet rs, int n) throws SQLException {
        long entry = rs.getLong("entry");
        Long known = rs.wasNull() ? null : entry;
        return new RowToApply(rs.getLong("line"), Verdict.valueOf(rs.getString("verdict")), "SAME".equals(rs.getString("decision")),
                rs.getString("city_number"), rs.getString("person_key"), rs.getString("place_key"), Json.values(rs.getString("acted")),
                rs.getInt("priority"), rs.getBoolean("eligible"), rs.getString("reasons"), known);
    }
}
