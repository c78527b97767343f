package jp.michishirube.workflow;

import java.time.Clock;
import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.municipality.DueTimes;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.notification.Notify;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the morning timer of a case ring on a day of the test's choice. */
@Component
public class Mornings {

    private final WorkItems items;
    private final CaseFiles cases;
    private final CaseSteps steps;
    private final DueTimes due;
    private final WorkingDays days;
    private final Notify notify;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    Mornings(WorkItems items, CaseFiles cases, CaseSteps steps, DueTimes due, WorkingDays days, Notify notify, Timeline timeline,
            TransactionTemplate transaction) {
        this.items = items;
        this.cases = cases;
        this.steps = steps;
        this.due = due;
        this.days = days;
        this.notify = notify;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    public void on(CaseFile file, LocalDate day) {
        Clock morning = Clock.fixed(day.atTime(8, 5).atZone(WorkingDays.JAPAN).toInstant(), WorkingDays.JAPAN);
        RemindStep step = new RemindStep(items, cases, steps, due, days, notify, timeline, morning);
        transaction.executeWithoutResult(tx -> step.remind(file.id().value()));
    }

    /** @return the day that many working days after the open step is due; before it when negative */
    public LocalDate fromDueDay(CaseFile file, int workingDays) {
        return days.addDays(WorkingDays.dayOf(items.of(file.id()).get(0).dueAt()), workingDays);
    }
}
