package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code evacuation-plan.bpmn}. */
class EvacuationPlanModelTest {

    private ProcessEngine engine;
    private ProcessInstance current;
    private final Answers answers = new Answers();

    /** What the beans of the model answer in a test, and what they were asked to do. */
    public static class Answers {
        final Deque<String> creation = new ArrayDeque<>();
        final Deque<String> sharing = new ArrayDeque<>();
        final Deque<Boolean> complete = new ArrayDeque<>();
        boolean confirmation;
        final List<String> done = new ArrayList<>();

        public String creation(Long caseId) {
            return creation.size() > 1 ? creation.poll() : creation.peek();
        }

        public String sharing(Long caseId) {
            return sharing.size() > 1 ? sharing.poll() : sharing.peek();
        }

        public boolean check(Long caseId) {
            return complete.isEmpty() || complete.poll();
        }

        public boolean confirmation() {
            return confirmation;
        }

        public String reviewers() {
            return "REVIEWER";
        }

        public void collect(Long caseId) {
            done.add("collected");
        }

        public void seal(Long caseId) {
            done.add("sealed");
        }

        public void begin(Long caseId) {
            done.add("shared");
        }

        public String everyMorning(Long caseId) {
            return "0 0 8 * * ?";
        }

        public void remind(Long caseId) {
            done.add("reminded");
        }

        public void ended(Long caseId, String state) {
            done.add(state);
        }
    }

    @BeforeEach
    void start() {
        engine = BareEngine.with(Map.of("gate", answers, "completeness", answers, "steps", answers, "facts", answers, "sealing", answers,
                "sharing", answers, "ending", answers, "reminders", answers));
        init(engine);
        answers.creation.add("GIVEN");
        answers.sharing.add("GIVEN");
    }

    @Test
    void fromTheRosterToASharedPlan() {
        ProcessInstance plan = begin();
        assertThat(plan).isWaitingAt("CollectLinkedFacts");
        run("CollectLinkedFacts");
        assertThat(plan).isWaitingAt("InterviewResident").task().hasCandidateGroup("CARE_MANAGER");
        complete("SUBMITTED");
        assertThat(plan).isWaitingAt("ReviewPlan").task().hasCandidateGroup("REVIEWER");
        complete("APPROVED");
        assertThat(plan).isWaitingAt("SealApprovedPlan");
        run("SealApprovedPlan");
        assertThat(plan).isWaitingAt("SignPlan");
        complete("SIGNED");
        assertThat(plan).isEnded().hasPassed("CheckSharingConsent", "SharePlan", "PlanInForce");
        assertThat(answers.done).containsExactly("collected", "sealed", "shared", "IN_FORCE");
    }

    @Test
    void consentToMakingIsAskedUntilItIsRecorded() {
        answers.creation.clear();
        answers.creation.addAll(List.of("MISSING", "MISSING", "GIVEN"));
        ProcessInstance plan = begin();
        assertThat(plan).isWaitingAt("ObtainCreationConsent");
        complete("RECORDED");
        assertThat(plan).isWaitingAt("ObtainCreationConsent");
        complete("RECORDED");
        assertThat(plan).isWaitingAt("CollectLinkedFacts");
    }

    @Test
    void aRefusalOfMakingEndsTheCase() {
        answers.creation.clear();
        answers.creation.addAll(List.of("MISSING", "REFUSED"));
        ProcessInstance plan = begin();
        complete("RECORDED");
        assertThat(plan).isEnded().hasPassed("CreationRefused");
        assertThat(answers.done).containsExactly("CREATION_REFUSED");
    }

    @Test
    void theInterviewMayEndWithoutAPlan() {
        for (String[] way : new String[][] {{"INFORMATION_ONLY", "InformationOnly", "INFORMATION_ONLY"}, {"NOT_ELIGIBLE", "NotEligible", "NOT_ELIGIBLE"},
            {"REFUSED", "PlanDeclined", "CREATION_REFUSED"}}) {
            answers.done.clear();
            ProcessInstance plan = interview();
            complete(way[0]);
            assertThat(plan).isEnded().hasPassed(way[1]);
            assertThat(answers.done).contains(way[2]);
        }
    }

    @Test
    void aRestEndsByItsDate() {
        ProcessInstance plan = interview();
        engine.getTaskService().complete(task().getId(), Map.of("outcome", "PAUSED", "restUntil", new Date(System.currentTimeMillis() + 86_400_000L)));
        assertThat(plan).isWaitingAt("RestGateway");
        run("RestOver");
        assertThat(plan).isWaitingAt("InterviewResident");
    }

    @Test
    void aRestEndsByAWord() {
        ProcessInstance plan = interview();
        engine.getTaskService().complete(task().getId(), Map.of("outcome", "PAUSED", "restUntil", new Date(System.currentTimeMillis() + 86_400_000L)));
        engine.getRuntimeService().createMessageCorrelation("ResumeInterview").processInstanceId(plan.getId()).correlate();
        assertThat(plan).isWaitingAt("InterviewResident");
    }

    @Test
    void whatIsIncompleteGoesBackToTheInterview() {
        answers.complete.addAll(List.of(false, true));
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        assertThat(plan).isWaitingAt("InterviewResident");
        complete("SUBMITTED");
        assertThat(plan).isWaitingAt("ReviewPlan");
    }

    @Test
    void theCityMayReturnAPlanAgainAndAgain() {
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        for (int round = 0; round < 3; round++) {
            complete("RETURNED");
            assertThat(plan).isWaitingAt("RevisePlan");
            complete("SUBMITTED");
            assertThat(plan).isWaitingAt("ReviewPlan");
        }
        complete("APPROVED");
        assertThat(plan).isWaitingAt("SealApprovedPlan");
    }

    @Test
    void theWelfareCommissionerConfirmsWhereTheMunicipalityAsksForIt() {
        answers.confirmation = true;
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        assertThat(plan).isWaitingAt("ConfirmPlan").task().hasCandidateGroup("WELFARE_COMMISSIONER");
        complete("RETURNED");
        assertThat(plan).isWaitingAt("RevisePlan");
        complete("SUBMITTED");
        complete("CONFIRMED");
        assertThat(plan).isWaitingAt("ReviewPlan");
    }

    @Test
    void anObjectionAtTheSignatureGoesBackIntoTheLoop() {
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        complete("APPROVED");
        run("SealApprovedPlan");
        complete("OBJECTED");
        assertThat(plan).isWaitingAt("RevisePlan");
    }

    @Test
    void sharingIsAskedForAndMayBeRefused() {
        answers.sharing.clear();
        answers.sharing.addAll(List.of("MISSING", "REFUSED"));
        ProcessInstance plan = interview();
        complete("SUBMITTED");
        complete("APPROVED");
        run("SealApprovedPlan");
        complete("SIGNED");
        assertThat(plan).isWaitingAt("ObtainSharingConsent");
        complete("RECORDED");
        assertThat(plan).isEnded().hasPassed("InForceUnshared").hasNotPassed("SharePlan");
        assertThat(answers.done).contains("IN_FORCE_UNSHARED").doesNotContain("shared");
    }

    @Test
    void leavingTheRosterOrWithdrawingConsentEndsTheCaseFromAnywhere() {
        for (String[] way : new String[][] {{"LeaveRoster", "LeftRoster", "LEFT_ROSTER"},
            {"CreationConsentWithdrawn", "CreationConsentEnded", "CREATION_REFUSED"}}) {
            ProcessInstance plan = interview();
            engine.getRuntimeService().createMessageCorrelation(way[0]).processInstanceId(plan.getId()).correlate();
            assertThat(plan).isEnded().hasPassed(way[1]);
            assertThat(answers.done).contains(way[2]);
        }
    }

    @Test
    void theMorningLooksAtDueTimesWithoutDisturbingTheStep() {
        ProcessInstance plan = interview();
        Job morning = engine.getManagementService().createJobQuery().processInstanceId(plan.getId()).timers().singleResult();
        engine.getManagementService().executeJob(morning.getId());
        assertThat(plan).isWaitingAt("InterviewResident");
        assertThat(answers.done).contains("reminded");
    }

    private ProcessInstance begin() {
        ProcessInstance plan = engine.getRuntimeService().startProcessInstanceByKey("evacuation-plan", Map.of("caseId", 1L));
        assertThat(plan).isNotNull();
        current = plan;
        return plan;
    }

    private ProcessInstance interview() {
        ProcessInstance plan = begin();
        assertThat(plan).isWaitingAt("CollectLinkedFacts");
        run("CollectLinkedFacts");
        assertThat(plan).isWaitingAt("InterviewResident");
        return plan;
    }

    /** Runs the background step that the instance waits at. */
    private void run(String node) {
        Job waiting = engine.getManagementService().createJobQuery().processInstanceId(current.getId()).activityId(node).singleResult();
        engine.getManagementService().executeJob(waiting.getId());
    }

    private void complete(String outcome) {
        engine.getTaskService().complete(task().getId(), Map.of("outcome", outcome));
    }
}
