package jp.michishirube.inbox;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.StepHanded;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a step: take it, take it over after a question, hand it on, give it back. */
@Service
public class TakeStep {

    private final WorkItems items;
    private final CaseProcess process;
    private final MayWork mayWork;
    private final Timeline timeline;
    private final People people;
    private final WhoAmI who;
    private final CaseFiles cases;
    private final ApplicationEventPublisher events;

    TakeStep(WorkItems items, CaseProcess process, MayWork mayWork, Timeline timeline, People people, WhoAmI who, CaseFiles cases,
            ApplicationEventPublisher events) {
        this.items = items;
        this.process = process;
        this.mayWork = mayWork;
        this.timeline = timeline;
        this.people = people;
        this.who = who;
        this.cases = cases;
        this.events = events;
    }

    /**
     * Takes the step for me; nothing happens when it is mine already.
     *
     * @throws Problem {@code already-taken} (409) when a colleague has it; {@code stale-step} when it is over
     */
    @Transactional
    public WorkItem take(String taskId) {
        return takeFrom(taskId, null);
    }

    /**
     * @param seenAssignee the colleague whom the person saw and agreed to take it over from; null for nobody
     * @throws Problem {@code already-taken} (409) when by now somebody else has it
     */
    @Transactional
    public WorkItem takeFrom(String taskId, String seenAssignee) {
        Person me = who.me();
        WorkItem item = mine(taskId, me);
        if (me.id().equals(item.assignee())) {
            return item;
        }
        if (item.assignee() != null && !item.assignee().equals(seenAssignee)) {
            throw Problem.conflict("already-taken", nameOf(item.assignee()));
        }
        give(item, me.id());
        timeline.append(item.caseId(), item.assignee() == null ? "step-taken" : "step-taken-over",
                item.assignee() == null ? Map.of("step", item.step().name())
                        : Map.of("step", item.step().name(), "from", nameOf(item.assignee())));
        return item;
    }

    /** The open step, if there is one of this id that this person may know of. */
    public Optional<WorkItem> find(String taskId) {
        Person me = who.me();
        return items.find(taskId).filter(item -> !mayWork.isForeign(item, me));
    }

    /** The open step as this person may see it, without taking it. */
    @Transactional
    public WorkItem look(String taskId) {
        return mine(taskId, who.me());
    }

    /** @throws Problem {@code step-not-claimed} (409) while nobody has the step, {@code step-of-colleague} (409) when somebody else does */
    void requireMine(WorkItem item, Person me) {
        if (item.assignee() == null) {
            throw Problem.conflict("step-not-claimed");
        }
        if (!item.assignee().equals(me.id())) {
            throw Problem.conflict("step-of-colleague", nameOf(item.assignee()));
        }
    }

    /** Hands the step to a colleague who may work on it. */
    @Transactional
    public void hand(String taskId, String personId) {
        WorkItem item = mine(taskId, who.me());
        Person colleague = people.find(personId).filter(p -> mayWork.on(item, p)).orElseThrow(() -> Problem.badRequest("not-a-colleague"));
        if (!Objects.equals(colleague.id(), item.assignee())) {
            give(item, colleague.id());
            timeline.append(item.caseId(), "step-handed", Map.of("step", item.step().name(), "to", colleague.name()));
        }
    }

    @Transactional
    public void giveBack(String taskId) {
        Person me = who.me();
        WorkItem item = mine(taskId, me);
        if (!me.id().equals(item.assignee())) {
            throw Problem.conflict("not-yours-now");
        }
        process.assign(taskId, null);
        timeline.append(item.caseId(), "step-given-back", Map.of("step", item.step().name()));
    }

    private void give(WorkItem item, String personId) {
        process.assign(item.taskId(), personId);
        events.publishEvent(new StepHanded(item.caseId(), item.step(), item.assignee(), personId));
    }

    /** The open step, held, if this person may work on it; a foreign one answers like one that never was. */
    private WorkItem mine(String taskId, Person me) {
        cases.hold(items.find(taskId).orElseThrow(() -> Problem.conflict("stale-step")).caseId());
        WorkItem item = items.find(taskId).orElseThrow(() -> Problem.conflict("stale-step"));
        if (mayWork.isForeign(item, me)) {
            throw Problem.conflict("stale-step");
        }
        if (!mayWork.on(item, me)) {
            throw Problem.forbidden("not-your-step");
        }
        return item;
    }

    private String nameOf(String personId) {
        return people.name(personId);
    }
}
