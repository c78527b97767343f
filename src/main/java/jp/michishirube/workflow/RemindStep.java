package jp.michishirube.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.municipality.DueTimes;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Role;
import org.springframework.stereotype.Component;

/**
 * {@code WatchingDueTimes}: one timer of a case wakes each morning and tells who should know that its open work is due soon, today, or
 * overdue, and the leaders when it stays so. One timer a case and not three a step: a step costs nothing, and a due time that is moved
 * is heeded. Each event is told once, however often the job runs.
 */
@Component("reminders")
public class RemindStep {

    private static final int HOUR = 8;
    /** Overdue work is told again each of these working days. */
    private static final int AGAIN_AFTER = 5;

    private final WorkItems items;
    private final CaseFiles cases;
    private final CaseSteps steps;
    private final DueTimes due;
    private final WorkingDays days;
    private final Notify notify;
    private final Timeline timeline;
    private final Clock clock;

    RemindStep(WorkItems items, CaseFiles cases, CaseSteps steps, DueTimes due, WorkingDays days, Notify notify, Timeline timeline,
            Clock clock) {
        this.items = items;
        this.cases = cases;
        this.steps = steps;
        this.due = due;
        this.days = days;
        this.notify = notify;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A repetition from the next morning on; cases are spread over half an hour. */
    public String everyMorning(Long caseId) {
        ZonedDateTime now = clock.instant().atZone(WorkingDays.JAPAN);
        ZonedDateTime first = now.toLocalDate().plusDays(1).atTime(HOUR, 0).atZone(WorkingDays.JAPAN).plusSeconds(caseId % 1800);
        return "R/" + first.toInstant().truncatedTo(ChronoUnit.SECONDS) + "/P1D";
    }

    public void remind(Long caseId) {
        LocalDate today = WorkingDays.dayOf(clock.instant());
        if (days.isWorkingDay(today)) {
            CaseFile file = cases.get(new CaseId(caseId));
            items.of(file.id()).stream().filter(item -> !item.paused()).forEach(item -> remind(file, item, today));
        }
    }

    private void remind(CaseFile file, WorkItem item, LocalDate today) {
        LocalDate dueDay = WorkingDays.dayOf(item.dueAt());
        if (today.isAfter(dueDay)) {
            int late = days.daysBetween(dueDay, today);
            tell(file, item, NoticeKind.OVERDUE, "overdue:" + item.taskId() + ":" + (late - 1) / AGAIN_AFTER);
            if (!today.isBefore(WorkingDays.dayOf(due.escalateAt(item.dueAt())))) {
                escalate(file, item);
            }
        } else if (today.equals(dueDay)) {
            tell(file, item, NoticeKind.DUE_TODAY, "today:" + item.taskId() + ":" + dueDay);
        } else if (!today.isBefore(WorkingDays.dayOf(due.remindAt(item.dueAt())))) {
            tell(file, item, NoticeKind.DUE_SOON, "soon:" + item.taskId() + ":" + dueDay);
        }
    }

    private void tell(CaseFile file, WorkItem item, NoticeKind kind, String once) {
        if (item.assignee() != null) {
            notify.toPersonOnce(item.assignee(), kind, file.number(), once);
        } else if (item.party().equals(CaseSteps.Party.OFFICE.name())) {
            if (file.office() != null) {
                notify.toOfficeOnce(file.office(), kind, file.number(), once);
            }
        } else {
            steps.workers(item.step()).forEach(role -> notify.toWorkers(role, file, kind, once));
        }
    }

    private void escalate(CaseFile file, WorkItem item) {
        String once = "escalated:" + item.taskId();
        int told = notify.toRoleOnce(Role.ROSTER_MANAGER, NoticeKind.ESCALATED, file.number(), once);
        if (file.office() != null) {
            told += notify.toLeadersOnce(file.office(), NoticeKind.ESCALATED, file.number(), once);
        }
        if (told > 0) {
            timeline.append(file.id(), "escalated", Map.of("step", item.step().name()));
        }
    }
}
