package jp.michishirube.workflow;

import java.time.Clock;
import java.time.Instant;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepDone;
import jp.michishirube.casefile.StepOpened;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.municipality.DueTimes;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the inbox in step with the engine's user tasks, in the engine's own transaction. */
@Component
class InboxTaskListener {

    private final WorkItems items;
    private final CaseFiles cases;
    private final DueTimes due;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Beginning beginning;

    InboxTaskListener(WorkItems items, CaseFiles cases, DueTimes due, Clock clock, ApplicationEventPublisher events, Beginning beginning) {
        this.items = items;
        this.cases = cases;
        this.due = due;
        this.clock = clock;
        this.events = events;
        this.beginning = beginning;
    }

    @EventListener
    void on(DelegateTask task) {
        Step step = Step.ofNode(task.getTaskDefinitionKey()).orElse(null);
        if (step == null) {
            return;
        }
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> opened(task, step);
            case TaskListener.EVENTNAME_ASSIGNMENT -> items.assign(task.getId(), task.getAssignee());
            case TaskListener.EVENTNAME_COMPLETE -> closed(task, step, (String) task.getVariable("outcome"));
            case TaskListener.EVENTNAME_DELETE -> closed(task, step, null);
            default -> { }
        }
    }

    private void closed(DelegateTask task, Step step, String outcome) {
        items.close(task.getId(), outcome);
        events.publishEvent(new StepDone(new CaseId((Long) task.getVariable("caseId")), step));
    }

    private void opened(DelegateTask task, Step step) {
        CaseId caseId = new CaseId((Long) task.getVariable("caseId"));
        Instant now = clock.instant();
        Instant dueAt = due.dueAt(step.nodeId(), now);
        if (beginning.holds(caseId)) {
            beginning.opened(caseId, task.getId(), step, dueAt);
            return;
        }
        items.open(task.getId(), cases.get(caseId), step, dueAt).ifPresent(task::setAssignee);
        events.publishEvent(new StepOpened(caseId, step, task.getAssignee()));
    }
}
