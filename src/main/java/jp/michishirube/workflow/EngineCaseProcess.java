package jp.michishirube.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.EndCase;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.organization.People;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves cases by the engine. Acts on one case queue up behind its row, so that of two people acting at once the second finds the
 * step gone and is told so, instead of a broken transaction at commit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineCaseProcess implements CaseProcess {

    static final String PROCESS = "evacuation-plan";
    /** The lives of a plan: its making, and each renewal of one in force. A case has one of them at most. */
    private static final String[] LIVES = {PROCESS, EngineRenewalProcess.PROCESS};
    /** What a resident decided counts whoever brings it, here or by the city OS: it ends the step in whosever hands that is. */
    private static final Set<Step> CONSENTS = EnumSet.of(Step.OBTAIN_CREATION_CONSENT, Step.OBTAIN_SHARING_CONSENT);
    /** Where a plan lies that its office has handed in and that is not yet in force. */
    private static final Set<String> HANDED_IN = Set.of("ConfirmPlan", "ReviewPlan", "SealApprovedPlan", "SignPlan", "ObtainSharingConsent");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkItems items;
    private final CaseFiles cases;
    private final EndCase endCase;
    private final BeginCases beginCases;
    private final WhoAmI who;
    private final People people;

    EngineCaseProcess(RuntimeService runtime, TaskService tasks, WorkItems items, CaseFiles cases, EndCase endCase, BeginCases beginCases,
            WhoAmI who, People people) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.items = items;
        this.cases = cases;
        this.endCase = endCase;
        this.beginCases = beginCases;
        this.who = who;
        this.people = people;
    }

    @Override
    public void begin(List<CaseFile> cases) {
        beginCases.begin(cases);
    }

    @Override
    public void finish(CaseId caseId, Step step, Outcome outcome) {
        String task = openTask(caseId, step);
        tasks.complete(task, Map.of("outcome", outcome.name()));
    }

    @Override
    public void rest(CaseId caseId, Instant until) {
        String task = openTask(caseId, Step.INTERVIEW_RESIDENT);
        tasks.complete(task, Map.of("outcome", Outcome.PAUSED.name(), "restUntil", Date.from(until)));
    }

    @Override
    public void resume(CaseId caseId) {
        cases.hold(caseId);
        runtime.createMessageCorrelation("ResumeInterview").processInstanceBusinessKey(key(caseId)).correlateAllWithResult();
    }

    @Override
    public void checkWay(CaseId caseId) {
        cases.hold(caseId);
        if (items.find(caseId, Step.CHECK_WAY).isEmpty()) {
            runtime.startProcessInstanceByKey("way-check", key(caseId), Map.of("caseId", caseId.value()));
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean rests(CaseId caseId) {
        return currentNodes(caseId).contains("RestGateway");
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<Step> openSteps(CaseId caseId) {
        return items.of(caseId).stream().map(WorkItem::step).collect(Collectors.toSet());
    }

    @Override
    public boolean backToOffice(CaseId caseId) {
        cases.hold(caseId);
        Set<String> waiting = currentNodes(caseId);
        waiting.retainAll(HANDED_IN);
        if (waiting.isEmpty()) {
            return false;
        }
        String process = runtime.createProcessInstanceQuery().processDefinitionKeyIn(LIVES).processInstanceBusinessKey(key(caseId)).singleResult().getId();
        var move = runtime.createProcessInstanceModification(process).startBeforeActivity(Step.REVISE_PLAN.nodeId());
        waiting.forEach(move::cancelAllForActivity);
        move.execute();
        return true;
    }

    @Override
    public void stop(CaseId caseId, StopReason reason) {
        cases.hold(caseId);
        stopProcesses(caseId, reason);
        if (cases.get(caseId).state().isInForce()) {
            // No process of its own: the plan only stood, and a renewal of it has ended by the message.
            endCase.end(caseId, reason == StopReason.LEFT_ROSTER ? CaseState.LEFT_ROSTER : CaseState.CREATION_REFUSED);
        }
    }

    private void stopProcesses(CaseId caseId, StopReason reason) {
        String message = reason == StopReason.LEFT_ROSTER ? "LeaveRoster" : "CreationConsentWithdrawn";
        EngineConflict.told(() -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(key(caseId)).correlateAllWithResult());
    }

    @Override
    public void assign(String taskId, String personId) {
        tasks.setAssignee(taskId, personId);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> currentNodes(CaseId caseId) {
        List<ProcessInstance> running = runtime.createProcessInstanceQuery().processDefinitionKeyIn(LIVES)
                .processInstanceBusinessKey(key(caseId)).list();
        return running.stream().flatMap(p -> runtime.getActiveActivityIds(p.getId()).stream()).collect(Collectors.toCollection(HashSet::new));
    }

    private String openTask(CaseId caseId, Step step) {
        cases.hold(caseId);
        WorkItem item = items.find(caseId, step).orElseThrow(() -> Problem.conflict("stale-step"));
        if (!CONSENTS.contains(step)) {
            refuseColleaguesStep(item);
        }
        return item.taskId();
    }

    private void refuseColleaguesStep(WorkItem item) {
        boolean colleagues = item.assignee() != null && who.person().filter(me -> !me.id().equals(item.assignee())).isPresent();
        if (colleagues) {
            throw Problem.conflict("step-of-colleague", people.name(item.assignee()));
        }
    }

    static String key(CaseId caseId) {
        return "case-" + caseId.value();
    }
}
