package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.signing.SealedDocuments;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ContentScan;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A withdrawal keeps its promise wherever the life of a plan stands: afterwards nobody finds a value that another holder had told, on no
 * page, in no answer and in no table.
 */
@ProductTest
class WithdrawalWalkTest {

    /** Evidence of to whom a plan went. It names the receiver, and says nothing of what the plan said. */
    private static final Set<String> EVIDENCE = Set.of("sharing.delivery.party_name", "consent.disclosure.party_name", "casefile.event.details");
    private static final List<String> NODES = List.of("CollectLinkedFacts", "InterviewResident", "RestGateway", "ConfirmPlan", "ReviewPlan", "RevisePlan",
            "SealApprovedPlan", "SignPlan", "ObtainSharingConsent");
    /** Pages are looked at one and all where all of them have something to show; elsewhere the tables and the main pages are. */
    private static final Set<String> EVERY_PAGE_AT = Set.of("ReviewPlan", "ObtainSharingConsent", "in force");
    private static final Set<String> HANDED_IN = Set.of("ConfirmPlan", "ReviewPlan", "SealApprovedPlan", "SignPlan", "ObtainSharingConsent");

    @Autowired private MockMvc mvc;
    @Autowired private Planted planted;
    @Autowired private CaseProcess process;
    @Autowired private Submissions submissions;
    @Autowired private SealedDocuments sealed;
    @Autowired private Timeline timeline;
    @Autowired private RuntimeService runtime;
    @Autowired private ManagementService jobs;
    @Autowired private RepositoryService models;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    static Stream<String> nodes() {
        return NODES.stream();
    }

    /** A wait that the model gains must be walked here too. At the first question there is no consent yet to take back. */
    @Test
    void everyWaitOfTheModelIsWalked() {
        var model = models.getBpmnModelInstance(models.createProcessDefinitionQuery().processDefinitionKey("evacuation-plan").latestVersion().singleResult().getId());
        Set<String> waits = Stream.of(model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId),
                model.getModelElementsByType(EventBasedGateway.class).stream().map(EventBasedGateway::getId),
                model.getModelElementsByType(ServiceTask.class).stream().filter(ServiceTask::isCamundaAsyncBefore).map(ServiceTask::getId))
                .flatMap(s -> s).collect(Collectors.toSet());
        waits.remove("ObtainCreationConsent");
        assertThat(NODES).containsExactlyInAnyOrderElementsOf(waits);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void goingOnWithoutLinkedDataTakesItOutWhereverThePlanLies(String node) throws Exception {
        Planted.Case planted = at(node);
        CaseFile file = planted.file();
        assertThat(new ContentScan(jdbc).find(planted.words(), Set.of())).as("planted at " + node).isNotEmpty();
        assertThat(Planted.saying(Planted.answers(mvc, file, false), planted.words())).isNotEmpty();
        this.planted.withdraw(mvc, file, "CONTINUE");
        nothingIsLeft(planted, node);
        assertThat(this.planted.now(file).state()).isEqualTo(CaseState.OPEN);
        if (HANDED_IN.contains(node)) {
            assertThat(process.openSteps(file.id())).as(node).containsExactly(Step.REVISE_PLAN);
            assertThat(kinds(file)).contains("linked-values-erased-from-versions", "plan-back-after-erasing");
            assertThat(submissions.latest(file.id()).orElseThrow().answers().toString()).as("what the office typed stays").contains("隣 一郎");
        } else {
            assertThat(process.currentNodes(file.id())).contains(node);
            assertThat(kinds(file)).contains(node.equals("RevisePlan") ? "linked-values-erased-from-versions" : "linked-values-erased");
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void givingThePlanUpErasesAllOfItWhereverItLies(String node) throws Exception {
        Planted.Case planted = at(node);
        this.planted.withdraw(mvc, planted.file(), "END");
        isGone(planted, node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CollectLinkedFacts", "ReviewPlan", "ObtainSharingConsent"})
    void aWithdrawalOnTheCityOsDoesTheSame(String node) throws Exception {
        Planted.Case planted = at(node);
        handOver(planted.file(), "WITHDRAWN");
        isGone(planted, node);
    }

    @Test
    void aRefusalOnTheCityOsAfterAYesEndsThePlanToo() throws Exception {
        Planted.Case planted = this.planted.atReview();
        handOver(planted.file(), "REFUSED");
        isGone(planted, "ReviewPlan");
    }

    @Test
    void whatIsSealedAfterwardsHoldsNothingOfIt() throws Exception {
        Planted.Case planted = at("SealApprovedPlan");
        CaseFile file = planted.file();
        this.planted.withdraw(mvc, file, "CONTINUE");
        this.planted.handIn(file, Step.REVISE_PLAN);
        this.planted.approve(file, 2);
        Planted.until(() -> process.openSteps(file.id()).contains(Step.SIGN_PLAN));
        String pdf = ContentScan.text(sealed.latest(file.id()).orElseThrow().bytes()).replaceAll("\\s", "");
        assertThat(pdf).contains("隣一郎");
        assertThat(planted.words()).noneMatch(w -> pdf.contains(w.replace(" ", "")));
        nothingIsLeft(planted, "sealed anew");
    }

    @Test
    void theSecondWithdrawalEndsWhatTheFirstLeft() throws Exception {
        Planted.Case planted = this.planted.atReview();
        this.planted.withdraw(mvc, planted.file(), "CONTINUE");
        this.planted.withdraw(mvc, planted.file(), "CONTINUE");
        nothingIsLeft(planted, "twice");
        this.planted.withdraw(mvc, planted.file(), "END");
        isGone(planted, "ended");
        assertThat(jdbc.sql("select count(*) from plan.submission where case_id = ? and answers::text like '%隣%'").param(planted.file().id().value())
                .query(Integer.class).single()).isZero();
    }

    @Test
    void ofAPlanInForceTheOneMayStayAndTheOtherGoes() throws Exception {
        Planted.Case stays = inForce();
        planted.withdraw(mvc, stays.file(), "CONTINUE");
        assertThat(planted.now(stays.file()).state()).isEqualTo(CaseState.IN_FORCE);
        assertThat(submissions.latest(stays.file().id()).orElseThrow().answers().toString()).contains(stays.supporter());
        Planted.Case goes = inForce();
        planted.withdraw(mvc, goes.file(), "END");
        isGone(goes, "in force");
    }

    private Planted.Case inForce() {
        Planted.Case planted = this.planted.atReview();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey("case-" + planted.file().id().value()).list()
                .forEach(p -> runtime.deleteProcessInstance(p.getId(), "put in force by the test"));
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(planted.file().id().value()).update();
        return planted;
    }

    private void nothingIsLeft(Planted.Case planted, String where) throws Exception {
        assertThat(new ContentScan(jdbc).find(planted.words(), EVIDENCE)).as("tables, " + where).isEmpty();
        assertThat(Planted.saying(Planted.answers(mvc, planted.file(), EVERY_PAGE_AT.contains(where)), planted.words())).as("answers, " + where).isEmpty();
    }

    private void isGone(Planted.Case planted, String where) throws Exception {
        nothingIsLeft(planted, where);
        CaseFile file = planted.file();
        assertThat(this.planted.now(file).state()).isEqualTo(CaseState.CREATION_REFUSED);
        assertThat(process.openSteps(file.id())).isEmpty();
        var answers = Planted.answers(mvc, file, EVERY_PAGE_AT.contains(where));
        assertThat(Planted.saying(answers, List.of("隣 一郎", "0242-22-2222", "090-1234-5678"))).as("what the person told, " + where).isEmpty();
        assertThat(answers.get("office /plan")).contains("計画を取りやめたため");
        assertThat(answers.getOrDefault("city /plan.pdf", "内容は消しました")).contains("内容は消しました");
        assertThat(answers.get("system /plan")).contains("plan-given-up");
        assertThat(answers.get("system /submissions")).contains("plan-given-up");
        assertThat(answers.get("office /timeline")).contains("計画の内容").contains("消しました");
        assertThat(answers.get("office /consents")).contains("取りやめ");
    }

    private void handOver(CaseFile file, String state) throws Exception {
        assertThat(mvc.perform(post("/api/v1/consent-handovers").contentType("application/json").with(As.system("consents:handover")).content("""
                {"messageId":"%s","eventTime":"%s","cityOsId":"%s","purpose":"PLAN_MAKING","state":"%s","language":"ja"}"""
                .formatted(UUID.randomUUID(), java.time.Instant.now(), file.resident().cityOsId(), state))).andReturn().getResponse().getStatus()).isEqualTo(201);
    }

    private Set<String> kinds(CaseFile file) {
        return timeline.of(file.id()).stream().map(TimelineEntry::kind).collect(Collectors.toSet());
    }

    /** Moved there, with whatever a case there has: a version handed in, one sealed, one signed. */
    private Planted.Case at(String node) {
        boolean before = Set.of("CollectLinkedFacts", "InterviewResident", "RestGateway").contains(node);
        Planted.Case planted = before ? this.planted.atInterview() : this.planted.atReview();
        CaseFile file = planted.file();
        if (Set.of("SignPlan", "ObtainSharingConsent").contains(node)) {
            this.planted.approve(file, 1);
            Planted.until(() -> process.openSteps(file.id()).contains(Step.SIGN_PLAN));
        }
        if (!process.currentNodes(file.id()).contains(node)) {
            move(file, node);
        }
        assertThat(process.currentNodes(file.id())).contains(node);
        return planted;
    }

    /** A background step is kept from running at once, as when all threads are busy. */
    private void move(CaseFile file, String node) {
        transaction.executeWithoutResult(tx -> {
            if (node.equals("SealApprovedPlan")) {
                this.planted.approve(file, 1);
            } else {
                var at = process.currentNodes(file.id());
                var move = runtime.createProcessInstanceModification(instance(file)).startBeforeActivity(node)
                        .setVariable("restUntil", java.util.Date.from(java.time.Instant.now().plusSeconds(86_400)));
                at.forEach(move::cancelAllForActivity);
                move.execute();
            }
            jobs.createJobQuery().processInstanceId(instance(file)).activityId(node).list().forEach(j -> jobs.suspendJobById(j.getId()));
        });
    }

    private String instance(CaseFile file) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("evacuation-plan").processInstanceBusinessKey("case-" + file.id().value())
                .singleResult().getId();
    }
}
