package jp.michishirube.workflow;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.StepHanded;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.inbox.WorkOfPerson;
import jp.michishirube.roster.assign.CareManagerWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the roster manager moves when somebody is away: the open steps of a person. */
@Component
class WorkInHands implements CareManagerWork {

    private final WorkOfPerson work;
    private final WorkItems items;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;

    WorkInHands(WorkOfPerson work, WorkItems items, CaseProcess process, ApplicationEventPublisher events) {
        this.work = work;
        this.items = items;
        this.process = process;
        this.events = events;
    }

    @Override
    public List<CaseId> of(String personId) {
        return work.of(personId).stream().map(WorkItem::caseId).distinct().toList();
    }

    @Override
    public void hand(CaseId caseId, String personId) {
        items.of(caseId).stream().filter(i -> "OFFICE".equals(i.party())).forEach(i -> {
            process.assign(i.taskId(), personId);
            if (personId != null) {
                events.publishEvent(new StepHanded(caseId, i.step(), i.assignee(), personId));
            }
        });
    }
}
