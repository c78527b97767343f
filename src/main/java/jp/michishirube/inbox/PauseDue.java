package jp.michishirube.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.michishirube.casefile.Asked;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.municipality.WorkingDays;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * While a side waits for the other's answer, the due time of its open step stands still; with the answer it moves on by the working
 * days that were spent waiting. The days that the case waits count on.
 */
@Component
class PauseDue {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final WorkingDays days;
    private final Clock clock;

    PauseDue(JdbcClient jdbc, Timeline timeline, WorkingDays days, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.days = days;
        this.clock = clock;
    }

    private record Paused(String taskId, Instant dueAt, Instant pausedAt) {}

    @EventListener
    void on(Asked asked) {
        goOn(asked.caseId(), !asked.fromCity());
        if (asked.waits()) {
            jdbc.sql("update inbox.work_item set paused_at = :now where case_id = :case and (party <> :office) = :city and paused_at is null")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("case", asked.caseId().value())
                    .param("office", Party.OFFICE.name()).param("city", asked.fromCity()).update();
        }
    }

    private void goOn(CaseId caseId, boolean ofCity) {
        List<Paused> answered = jdbc.sql("select task_id, due_at, paused_at from inbox.work_item where case_id = ? and (party <> ?) = ? and paused_at is not null")
                .params(caseId.value(), Party.OFFICE.name(), ofCity)
                .query((rs, n) -> new Paused(rs.getString("task_id"), rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("paused_at", OffsetDateTime.class).toInstant())).list();
        if (!answered.isEmpty()) {
            answered.forEach(this::goOn);
            timeline.append(caseId, "due-goes-on");
        }
    }

    private void goOn(Paused item) {
        LocalDate due = WorkingDays.dayOf(item.dueAt());
        Instant later = days.closing(days.addDays(due, days.daysBetween(item.pausedAt(), clock.instant())));
        jdbc.sql("update inbox.work_item set due_at = ?, paused_at = null where task_id = ?")
                .params(later.atOffset(ZoneOffset.UTC), item.taskId()).update();
    }
}
