package jp.michishirube.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.EraseLinked;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.signing.SignPlan;
import jp.michishirube.signing.Signing;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A plan in force that is renewed: confirmed by who was asked, or written anew while the former one stays in force. */
@ProductTest
class RenewalFlowTest {

    private static final String NEIGHBOUR = SupporterKey.of("隣 一郎", "0242-22-2222");

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private PlanInForce inForce;
    @Autowired private ProposeRenewal propose;
    @Autowired private PlanRenewals renewals;
    @Autowired private SupporterAgreements agreements;
    @Autowired private CaseProcess process;
    @Autowired private CaseFiles cases;
    @Autowired private Timeline timeline;
    @Autowired private Loop loop;
    @Autowired private Drafts drafts;
    @Autowired private SaveDraft save;
    @Autowired private Submissions submissions;
    @Autowired private EraseLinked eraseLinked;
    @Autowired private SubmitPlan submit;
    @Autowired private ApprovePlan approve;
    @Autowired private SignPlan sign;
    @Autowired private JdbcClient jdbc;
    @Autowired private ObjectMapper mapper;
    @Autowired private org.springframework.transaction.support.TransactionTemplate transaction;

    @Test
    void nothingChangedCountsOnlyWithWhoWasAskedHowAndWhen() throws Exception {
        CaseFile file = plans.inForce("更新三町");
        Reason year = Reason.year(LocalDate.now().minusYears(1), LocalDate.now());
        assertThat(propose.propose(file.id(), year)).isEqualTo(ProposeRenewal.Done.PROPOSED);
        assertThat(propose.propose(file.id(), year)).isEqualTo(ProposeRenewal.Done.NOTHING);
        assertThat(process.openSteps(file.id())).containsExactly(Step.DECIDE_RENEWAL);
        assertThat(page(file, "/renewal")).contains("前に確かめてから、決められた期間がたちました", "変わりなしで更新する").doesNotContain("??");
        assertThat(page(file, "")).contains("更新が提案されています", "計画 第1版").doesNotContain("??");

        unchanged(file, "who", "SELF").andExpect(status().isUnprocessableEntity());
        unchanged(file, "who", "FAMILY", "how", "VISIT", "on", LocalDate.now().toString()).andExpect(status().isUnprocessableEntity());
        unchanged(file, "who", "SELF", "how", "VISIT", "on", LocalDate.now().plusDays(1).toString()).andExpect(status().isUnprocessableEntity());
        unchanged(file, "who", "SELF", "how", "VISIT", "on", LocalDate.now().minusDays(1).toString()).andExpect(status().isUnprocessableEntity());
        assertThat(renewals.of(file.id())).singleElement().matches(PlanRenewal::isOpen);
        assertThat(jdbc.sql("select count(*) from renewal.asked where case_id = ?").param(file.id().value()).query(Integer.class).single()).isZero();

        unchanged(file, "who", "FAMILY", "name", "試験 花子", "how", "TELEPHONE", "on", LocalDate.now().toString()).andExpect(status().is3xxRedirection());
        assertThat(renewals.of(file.id())).singleElement().satisfies(r -> {
            assertThat(r.outcome()).isEqualTo(PlanRenewal.Outcome.UNCHANGED);
            assertThat(renewals.asking(r)).contains(new Asking(Asking.Who.FAMILY, "試験 花子", Asking.How.TELEPHONE, LocalDate.now()));
        });
        assertThat(process.openSteps(file.id())).isEmpty();
        assertThat(cases.get(file.id()).state()).isEqualTo(CaseState.IN_FORCE);
        assertThat(inForce.standing(file.id()).orElseThrow().version()).isEqualTo(1);
        assertThat(kinds(file)).contains("renewal-proposed", "renewal-unchanged");
        assertThat(page(file, "/renewal")).contains("変わりなしで更新", "家族 試験 花子に、電話で聞きました").doesNotContain("??");
        assertThat(propose.propose(file.id(), year)).as("for one reason nobody is asked twice").isEqualTo(ProposeRenewal.Done.NOTHING);
        JsonNode told = mapper.readTree(mvc.perform(get("/api/v1/cases/{n}/renewals", file.number()).with(As.system("cases:read"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString());
        assertThat(told.path("version").asInt()).isEqualTo(1);
        assertThat(told.path("renewals").get(0).path("askedHow").asText()).isEqualTo("TELEPHONE");
        assertThat(told.toString()).doesNotContain("試験 花子");
    }

    /** Whoever writes past the use case is refused by the database. */
    @Test
    void renewedIsNeverTrueWithoutSomebodyAsked() {
        CaseFile file = plans.inForce("更新三町");
        propose.propose(file.id(), Reason.askedFor(LocalDate.now()));
        PlanRenewal open = renewals.open(file.id()).orElseThrow();
        assertThatThrownBy(() -> jdbc.sql("""
                update renewal.renewal set decision = 'UNCHANGED', decided_at = now(), decided_by = 'x', outcome = 'UNCHANGED', ended_at = now() where id = ?
                """).param(open.id()).update()).hasMessageContaining("nobody was asked");
    }

    @Test
    void aSupporterWhoEndedIsReplacedInANewVersionWhileTheFormerStaysInForce() throws Exception {
        CaseFile file = plans.inForce("更新四町");
        plans.says(file, "giving", true);
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.SUPPORTER, "READY");
        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "DELIVERED");

        loop.as("aoba1", () -> agreements.record(file.id(), NEIGHBOUR, SupporterAnswer.REFUSED, LocalDate.now(), SupporterAgreements.How.TELEPHONE, null));
        assertThat(process.openSteps(file.id())).containsExactly(Step.DECIDE_RENEWAL);
        assertThat(propose.propose(file.id(), Reason.year(LocalDate.now().minusYears(1), LocalDate.now()))).isEqualTo(ProposeRenewal.Done.ADDED);
        assertThat(renewals.of(file.id())).as("several reasons make one").hasSize(1);
        assertThat(page(file, "/renewal")).contains("支援者が支援をやめました", "支援をやめた方が、いまの計画にのっています").doesNotContain("変わりなしで更新する", "??");
        unchanged(file, "who", "SELF", "how", "VISIT", "on", LocalDate.now().toString()).andExpect(status().isUnprocessableEntity());

        change(file, "decision", "SMALL").andExpect(status().isUnprocessableEntity());
        change(file, "decision", "SMALL", "sections", "/nothing").andExpect(status().isUnprocessableEntity());
        change(file, "decision", "SMALL", "sections", "/supporters").andExpect(status().is3xxRedirection());
        change(file, "decision", "FULL").andExpect(status().isConflict());
        awaitStep(file, Step.INTERVIEW_RESIDENT);

        loop.as("aoba2", () -> {
            assertThat(drafts.find(file.id()).orElseThrow().answers().at("/resident/phone").asText()).as("carried forward").isEqualTo("0242-12-3456");
            assertThat(write(file, Map.of("/resident/phone", mapper.getNodeFactory().textNode("0242-99-9999")))).as("outside of what it concerns").isFalse();
            assertThat(write(file, Map.of("/supporters/s1", NullNode.instance, "/supporters/s2", NullNode.instance, "/supporters/s3",
                    loop.json("{\"party\":\"person\",\"name\":\"新しい 助\",\"phone\":\"0242-44-4444\",\"agreement\":\"agreed\"}"),
                    "/making/madeOn", mapper.getNodeFactory().textNode(LocalDate.now().toString()), "/making/madeBy", mapper.getNodeFactory().textNode("鈴木")))).isTrue();
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        awaitStep(file, Step.REVIEW_PLAN);
        assertThat(inForce.of(file.id()).orElseThrow().version()).as("the former stays in force").isEqualTo(1);
        assertThat(mvc.perform(get("/cases/{n}/review", file.number()).with(As.review1())).andReturn().getResponse().getContentAsString())
                .contains("第2版", "新しい 助");
        loop.as("review1", () -> approve.approve(file, 2, null));
        awaitStep(file, Step.SIGN_PLAN);
        assertThat(inForce.of(file.id()).orElseThrow().version()).isEqualTo(1);
        loop.as("aoba2", () -> sign.sign(file, new Signing(2, Signing.Signer.SELF, "", "", "", drawing(), null, null)));

        assertThat(inForce.standing(file.id()).orElseThrow().version()).isEqualTo(2);
        assertThat(cases.get(file.id()).state()).isEqualTo(CaseState.IN_FORCE);
        assertThat(renewals.of(file.id())).singleElement().satisfies(r -> {
            assertThat(r.outcome()).isEqualTo(PlanRenewal.Outcome.REPLACED);
            assertThat(r.newVersion()).isEqualTo(2);
        });
        assertThat(kinds(file)).contains("renewal-small", "renewal-replaced");
        Eventually.holds(() -> assertThat(deliveries(file)).containsEntry("CARE_CIRCLE 2", "DELIVERED").containsEntry("CARE_CIRCLE 1", "RECALLED")
                .containsEntry("NEIGHBOURHOOD 2", "DELIVERED").containsEntry("NEIGHBOURHOOD 1", "RECALLED"));
        assertThat(deliveries(file).entrySet()).as("no copy of the former version goes out any more").noneMatch(e -> e.getKey().endsWith(" 1")
                && Set.of("READY", "WAITING", "SENT", "DELIVERED").contains(e.getValue()));
        assertThat(page(file, "/renewal")).contains("新しい版に更新", "第2版になりました").doesNotContain("??");
        assertThat(process.openSteps(file.id())).isEmpty();
    }

    @Test
    void whatIsWithdrawnGoesOutOfTheNewVersionAndTheOneInForceStays() throws Exception {
        CaseFile file = plans.inForce("更新七町");
        propose.propose(file.id(), Reason.askedFor(LocalDate.now()));
        change(file, "decision", "SMALL", "sections", "/supporters").andExpect(status().is3xxRedirection());
        awaitStep(file, Step.INTERVIEW_RESIDENT);
        loop.as("aoba2", () -> {
            write(file, Map.of("/supporters/s3", loop.json("{\"party\":\"person\",\"name\":\"連携 助\",\"phone\":\"0242-55-5555\",\"agreement\":\"agreed\"}"),
                    "/making/madeOn", mapper.getNodeFactory().textNode(LocalDate.now().toString()), "/making/madeBy", mapper.getNodeFactory().textNode("鈴木")));
            jdbc.sql("update plan.draft set provenance = provenance || cast(? as jsonb) where case_id = ?")
                    .params("{\"/supporters/s3/name\":{\"kind\":\"linked\",\"holder\":\"CARE_CIRCLE\"},\"/supporters/s3/phone\":{\"kind\":\"linked\",\"holder\":\"CARE_CIRCLE\"}}",
                            file.id().value()).update();
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        awaitStep(file, Step.REVIEW_PLAN);
        String former = inForce.of(file.id()).orElseThrow().answers().toString();
        transaction.executeWithoutResult(tx -> eraseLinked.of(file.id()));
        assertThat(submissions.version(file.id(), 2).orElseThrow().answers().toString()).doesNotContain("連携 助", "0242-55-5555");
        assertThat(drafts.find(file.id()).orElseThrow().answers().toString()).doesNotContain("連携 助", "0242-55-5555");
        assertThat(process.openSteps(file.id())).as("nobody approves or seals what is not there any more").containsExactly(Step.REVISE_PLAN);
        assertThat(inForce.of(file.id()).orElseThrow().version()).isEqualTo(1);
        assertThat(inForce.of(file.id()).orElseThrow().answers().toString()).as("as it was signed").isEqualTo(former);
    }

    @Test
    void aPersonWhoLeavesEndsTheRenewalToo() {
        CaseFile file = plans.inForce("更新五町");
        propose.propose(file.id(), Reason.askedFor(LocalDate.now()));
        transaction.executeWithoutResult(tx -> process.stop(file.id(), CaseProcess.StopReason.LEFT_ROSTER));
        assertThat(cases.get(file.id()).state()).isEqualTo(CaseState.LEFT_ROSTER);
        assertThat(process.openSteps(file.id())).isEmpty();
        assertThat(renewals.of(file.id())).singleElement().satisfies(r -> assertThat(r.outcome()).isEqualTo(PlanRenewal.Outcome.STOPPED));
        assertThat(propose.propose(file.id(), Reason.addressChanged(LocalDate.now()))).isEqualTo(ProposeRenewal.Done.NOTHING);
    }

    @Test
    void whoHasNoPartInItNeitherSeesNorDecides() throws Exception {
        CaseFile file = plans.inForce("更新五町");
        propose.propose(file.id(), Reason.askedFor(LocalDate.now()));
        mvc.perform(get("/cases/{n}/renewal", file.number()).with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(get("/cases/{n}/renewal", file.number()).with(As.machi1())).andExpect(status().isForbidden());
        mvc.perform(post("/cases/{n}/renewal/change", file.number()).param("decision", "FULL").with(As.review1()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/plan-renewals").with(As.aoba1())).andExpect(status().isForbidden());
        assertThat(mvc.perform(get("/plan-renewals").with(As.roster1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString())
                .contains("計画の更新の見回り").doesNotContain("試験 太郎", "??");
    }

    private ResultActions unchanged(CaseFile file, String... params) throws Exception {
        return mvc.perform(with(post("/cases/{n}/renewal/unchanged", file.number()), params).with(As.aoba1()).with(csrf()));
    }

    private ResultActions change(CaseFile file, String... params) throws Exception {
        return mvc.perform(with(post("/cases/{n}/renewal/change", file.number()), params).with(As.aoba1()).with(csrf()));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String... params) {
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request;
    }

    private boolean write(CaseFile file, Map<String, JsonNode> changes) {
        return save.save(file.id(), drafts.find(file.id()).orElseThrow().version(), changes).complete();
    }

    private void awaitStep(CaseFile file, Step step) {
        Eventually.until(() -> process.openSteps(file.id()).contains(step));
    }

    private List<String> kinds(CaseFile file) {
        return timeline.of(file.id()).stream().map(TimelineEntry::kind).toList();
    }

    private String page(CaseFile file, String path) throws Exception {
        return mvc.perform(get("/cases/" + file.number() + path).with(As.aoba1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    /** @return state by kind of receiver and version */
    private Map<String, String> deliveries(CaseFile file) {
        Map<String, String> states = new java.util.TreeMap<>();
        jdbc.sql("select party_kind || case when party_kind = 'SUPPORTER' then ' ' || party_name else '' end || ' ' || version, state from sharing.delivery where case_id = ?")
                .param(file.id().value()).query(rs -> { states.put(rs.getString(1), rs.getString(2)); });
        return states;
    }

    private static String drawing() {
        BufferedImage image = new BufferedImage(400, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(java.awt.Color.BLACK);
        g.setStroke(new BasicStroke(4));
        g.drawLine(40, 90, 200, 30);
        g.drawLine(200, 30, 360, 90);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
