package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.io.File;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code plan-renewal.bpmn}; and that its middle is the same work as in {@code evacuation-plan.bpmn}. */
class PlanRenewalModelTest {

    /** What a renewal does otherwise than the making of a first plan. */
    private static final Set<String> OWN_FLOWS = Set.of("RosterReceived_to_CheckCreationConsent", "CreationConsentGiven_to_CollectLinkedFacts",
            "SharingConsentGiven_to_SharePlan", "SharingConsentGiven_to_InForceUnshared", "SharePlan_to_PlanInForce");

    private ProcessEngine engine;
    private ProcessInstance current;
    private final Renewal renewal = new Renewal();

    public static class Renewal extends EvacuationPlanModelTest.Answers {

        @Override
        public void begin(Long caseId) {
            done.add("begun");
        }
    }

    public static class Sharing {
        private final List<String> done;

        Sharing(List<String> done) {
            this.done = done;
        }

        public void begin(Long caseId) {
            done.add("shared");
        }
    }

    @BeforeEach
    void start() {
        Map<String, Object> beans = new TreeMap<>();
        List.of("gate", "completeness", "steps", "facts", "sealing", "ending", "reminders", "renewal").forEach(name -> beans.put(name, renewal));
        beans.put("sharing", new Sharing(renewal.done));
        engine = BareEngine.with(beans);
        init(engine);
        renewal.creation.add("GIVEN");
        renewal.sharing.add("GIVEN");
    }

    @Test
    void withoutAChangeItEndsWithTheDecision() {
        ProcessInstance plan = begin();
        complete("UNCHANGED");
        assertThat(plan).isEnded().hasPassed("RenewedUnchanged").hasNotPassed("BeginRevision");
        assertThat(renewal.done).isEmpty();
    }

    @Test
    void aChangedPlanIsInForceBeforeItIsShared() {
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        complete("APPROVED");
        run("SealApprovedPlan");
        complete("SIGNED");
        assertThat(plan).isEnded().hasPassed("PutInForce", "SharePlan", "PlanReplaced");
        assertThat(renewal.done).containsExactly("begun", "collected", "sealed", "IN_FORCE", "shared");
    }

    @Test
    void consentToMakingIsAskedAgainWhereItIsMissingAndANoEndsThePlan() {
        renewal.creation.clear();
        renewal.creation.addAll(List.of("MISSING", "REFUSED"));
        ProcessInstance plan = begin();
        complete("CHANGED");
        assertThat(plan).isWaitingAt("ObtainCreationConsent");
        complete("RECORDED");
        assertThat(plan).isEnded().hasPassed("CreationRefused").hasNotPassed("BeginRevision");
        assertThat(renewal.done).containsExactly("CREATION_REFUSED");
    }

    @Test
    void theInterviewMayEndThePlan() {
        for (String[] way : new String[][] {{"INFORMATION_ONLY", "InformationOnly", "INFORMATION_ONLY"}, {"NOT_ELIGIBLE", "NotEligible", "NOT_ELIGIBLE"},
            {"REFUSED", "PlanDeclined", "CREATION_REFUSED"}}) {
            renewal.done.clear();
            ProcessInstance plan = interview();
            complete(way[0]);
            assertThat(plan).isEnded().hasPassed(way[1]);
            assertThat(renewal.done).contains(way[2]);
        }
    }

    @Test
    void itRestsAndGoesOn() {
        ProcessInstance plan = interview();
        engine.getTaskService().complete(task().getId(), Map.of("outcome", "PAUSED", "restUntil", new Date(System.currentTimeMillis() + 86_400_000L)));
        assertThat(plan).isWaitingAt("RestGateway");
        engine.getRuntimeService().createMessageCorrelation("ResumeInterview").processInstanceId(plan.getId()).correlate();
        assertThat(plan).isWaitingAt("InterviewResident");
    }

    @Test
    void incompletenessReturnAndObjectionGoBackToTheOffice() {
        renewal.complete.addAll(List.of(false, true));
        renewal.confirmation = true;
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        assertThat(plan).isWaitingAt("InterviewResident");
        complete("SUBMITTED");
        assertThat(plan).isWaitingAt("ConfirmPlan");
        complete("RETURNED");
        assertThat(plan).isWaitingAt("RevisePlan");
        complete("SUBMITTED");
        complete("CONFIRMED");
        complete("RETURNED");
        assertThat(plan).isWaitingAt("RevisePlan");
        complete("SUBMITTED");
        complete("CONFIRMED");
        complete("APPROVED");
        run("SealApprovedPlan");
        complete("OBJECTED");
        assertThat(plan).isWaitingAt("RevisePlan");
    }

    @Test
    void aNoToSharingPutsItInForceUnshared() {
        renewal.sharing.clear();
        renewal.sharing.addAll(List.of("MISSING", "REFUSED"));
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        complete("APPROVED");
        run("SealApprovedPlan");
        complete("SIGNED");
        assertThat(plan).isWaitingAt("ObtainSharingConsent");
        assertThat(renewal.done).doesNotContain("IN_FORCE", "IN_FORCE_UNSHARED");
        complete("RECORDED");
        assertThat(plan).isEnded().hasPassed("ReplacedUnshared").hasNotPassed("SharePlan");
        assertThat(renewal.done).contains("IN_FORCE_UNSHARED").doesNotContain("shared", "IN_FORCE");
    }

    /** The case, whose plan is in force, is ended by whoever sends the message. */
    @Test
    void leavingTheRosterOrWithdrawingConsentEndsTheRenewalAlone() {
        for (String[] way : new String[][] {{"LeaveRoster", "LeftRoster"}, {"CreationConsentWithdrawn", "CreationConsentEnded"}}) {
            renewal.done.clear();
            ProcessInstance plan = begin();
            engine.getRuntimeService().createMessageCorrelation(way[0]).processInstanceId(plan.getId()).correlate();
            assertThat(plan).isEnded().hasPassed(way[1]);
            assertThat(renewal.done).isEmpty();
        }
    }

    @Test
    void theMorningLooksAtDueTimes() {
        ProcessInstance plan = begin();
        Job morning = engine.getManagementService().createJobQuery().processInstanceId(plan.getId()).timers().singleResult();
        engine.getManagementService().executeJob(morning.getId());
        assertThat(plan).isWaitingAt("DecideRenewal");
        assertThat(renewal.done).containsExactly("reminded");
    }

    /** Two models that are to be changed together: what both do is done alike. */
    @Test
    void theMiddleIsTheSameWorkAsForAFirstPlan() {
        BpmnModelInstance first = Bpmn.readModelFromFile(new File("processes/evacuation-plan.bpmn"));
        BpmnModelInstance next = Bpmn.readModelFromFile(new File("processes/plan-renewal.bpmn"));
        first.getModelElementsByType(SequenceFlow.class).stream().filter(f -> !OWN_FLOWS.contains(f.getId())).forEach(flow -> {
            SequenceFlow same = next.getModelElementById(flow.getId());
            assertThat(same).as(flow.getId()).isNotNull();
            assertThat(same.getSource().getId() + " " + same.getTarget().getId() + " " + condition(same)).isEqualTo(
                    flow.getSource().getId() + " " + flow.getTarget().getId() + " " + condition(flow));
        });
        first.getModelElementsByType(ServiceTask.class).forEach(task -> {
            ServiceTask same = next.getModelElementById(task.getId());
            assertThat(same.getCamundaExpression() + same.isCamundaAsyncBefore()).isEqualTo(task.getCamundaExpression() + task.isCamundaAsyncBefore());
        });
        first.getModelElementsByType(UserTask.class).forEach(task -> {
            UserTask same = next.getModelElementById(task.getId());
            assertThat(same.getCamundaCandidateGroups() + same.getCamundaFormKey()).isEqualTo(task.getCamundaCandidateGroups() + task.getCamundaFormKey());
        });
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null ? "" : flow.getConditionExpression().getTextContent();
    }

    private ProcessInstance begin() {
        current = engine.getRuntimeService().startProcessInstanceByKey("plan-renewal", Map.of("caseId", 1L));
        assertThat(current).isWaitingAt("DecideRenewal").task().hasCandidateGroup("CARE_MANAGER");
        return current;
    }

    private ProcessInstance interview() {
        ProcessInstance plan = begin();
        complete("CHANGED");
        assertThat(plan).isWaitingAt("CollectLinkedFacts").hasPassed("BeginRevision");
        run("CollectLinkedFacts");
        assertThat(plan).isWaitingAt("InterviewResident");
        return plan;
    }

    private void run(String node) {
        Job waiting = engine.getManagementService().createJobQuery().processInstanceId(current.getId()).activityId(node).singleResult();
        engine.getManagementService().executeJob(waiting.getId());
    }

    private void complete(String outcome) {
        engine.getTaskService().complete(task().getId(), Map.of("outcome", outcome));
    }
}
