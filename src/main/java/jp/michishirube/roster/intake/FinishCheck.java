package jp.michishirube.roster.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges all rows against what is known, counts, and makes the preview ready. */
@Component
class FinishCheck {

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final CompareResidents residents;
    private final CompareOthers others;
    private final Outcomes outcomes;
    private final PreviewNotes notes;
    private final Clock clock;

    FinishCheck(JdbcClient jdbc, Intakes intakes, CompareResidents residents, CompareOthers others, Outcomes outcomes,
            PreviewNotes notes, Clock clock) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.residents = residents;
        this.others = others;
        this.outcomes = outcomes;
        this.notes = notes;
        this.clock = clock;
    }

    @Transactional
    public void finish(long id) {
        Intake intake = intakes.lock(id);
        // before the first look at what is known: an import that ends meanwhile must count as later
        var seenAt = intakes.now();
        jdbc.sql("analyze roster.intake_row").update();
        LocalDate today = LocalDate.now(clock);
        switch (intake.kind()) {
            case RESIDENTS -> residents.compare(id, today, notes.furtherSheets(intake).isEmpty());
            case ASSIGNMENT -> others.assignment(id, today);
            case OFFICES -> others.offices(id);
        }
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select verdict, count(*) from roster.intake_row where intake = ? group by verdict").param(id)
                .query((rs, n) -> counts.put(rs.getString(1), rs.getLong(2))).list();
        counts.put("NOTED", jdbc.sql("select count(*) from roster.intake_row where intake = ? and notes is not null").param(id)
                .query(Long.class).single());
        jdbc.sql("update roster.intake set counts = ?::jsonb, checked_at = ? where id = ?").params(Json.write(counts), seenAt, id).update();
        outcomes.count(id);
        intakes.state(id, IntakeState.READY);
    }

    /** Throws the judgement away, because what is known has changed since; the rows are read again. */
    @Transactional
    public void again(long id) {
        jdbc.sql("delete from roster.intake_row where intake = ?").param(id).update();
        jdbc.sql("update roster.intake set checked = 0, checked_line = header_line, changes = '{}', counts = '{}' where id = ?").param(id).update();
        intakes.state(id, IntakeState.CHECKING);
    }
}
