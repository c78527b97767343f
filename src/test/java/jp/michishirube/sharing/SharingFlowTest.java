package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A finished plan on its way to those who may have it, and back; on the real engine, against the real care circle app. */
@ProductTest
class SharingFlowTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private Loop loop;
    @Autowired private SubmitPlan submit;
    @Autowired private SharePlan share;
    @Autowired private SharedPlans plans;
    @Autowired private Deliveries deliveries;
    @Autowired private RecheckDeliveries recheck;
    @Autowired private Disclosures disclosures;
    @Autowired private SupporterAgreements agreements;
    @Autowired private JdbcClient jdbc;
    @Autowired private ObjectMapper mapper;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    private SandboxPages sandbox;

    @BeforeEach
    void pages() {
        sandbox = new SandboxPages(sandboxUrl);
    }

    @AfterEach
    void normal() {
        sandbox.turn("CARE_CIRCLE", "NORMAL");
    }

    @Test
    void thePlanArrivesInTheCareCircleWithWhatItMaySeeAndEachGivingLeavesALine() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        Delivery circle = delivery(file, Party.Kind.CARE_CIRCLE);
        Eventually.until(() -> state(circle) == Delivery.State.DELIVERED);

        String page = sandbox.get("/plans/" + circle.key());
        assertThat(page).contains(file.number().value(), "試験 太郎", "隣 一郎", "0242-22-2222");
        // Of the form's answers the circle sees neither how the person moves nor the day of making.
        assertThat(page).doesNotContain("杖", "頼み 二郎", "青葉居宅 鈴木");
        assertThat(sandbox.get("/plans/" + circle.key() + "/plan.pdf")).startsWith("%PDF");
        assertThat(disclosures.of(file.id())).anySatisfy(l -> {
            assertThat(l.party().kind()).isEqualTo(Party.Kind.CARE_CIRCLE);
            assertThat(l.ground()).isEqualTo(Ground.CONSENT);
            assertThat(l.recordId()).isNotNull();
        });
        // Peacetime sharing was not asked: nobody of the supporting parties has anything.
        assertThat(state(delivery(file, Party.Kind.NEIGHBOURHOOD))).isEqualTo(Delivery.State.NOT_ALLOWED);
        assertThat(state(delivery(file, Party.Kind.POLICE))).isEqualTo(Delivery.State.NOT_ALLOWED);
    }

    @Test
    void aSupporterWhoHasNotAgreedIsNeitherServedNorShownUntilHeAgrees() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        String pending = SupporterKey.of("頼み 二郎", "0242-33-3333");
        String agreed = SupporterKey.of("隣 一郎", "0242-22-2222");
        Eventually.until(() -> state(supporter(file, agreed)) == Delivery.State.READY);
        assertThat(supporter(file, pending).ground()).isEqualTo(Ground.SUPPORTER_PENDING);
        assertThat(pdfOf(file, agreed)).startsWith("%PDF");
        mvc.perform(post("/cases/{n}/sharing/{id}/copies", file.number(), supporter(file, pending).id()).with(As.aoba1()).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(page(file)).contains("依頼中（まだ渡しません）", "支援者の承諾を待っています").doesNotContain("??");

        loop.as("aoba1", () -> agreements.record(file.id(), pending, SupporterAnswer.AGREED, LocalDate.now().minusDays(1),
                SupporterAgreements.How.TELEPHONE, null));
        mvc.perform(post("/cases/{n}/sharing/again", file.number()).with(As.aoba1()).with(csrf())).andExpect(status().is3xxRedirection());
        Eventually.until(() -> state(supporter(file, pending)) == Delivery.State.READY);
    }

    @Test
    void theLeaderSeesWhatResidentsAgreedAndNothingElse() throws Exception {
        CaseFile shared = planned();
        say(shared, "sharing", true);
        CaseFile silent = planned();
        say(silent, "giving", true);
        share(shared);
        share(silent);
        Eventually.until(() -> state(delivery(shared, Party.Kind.NEIGHBOURHOOD)) == Delivery.State.DELIVERED);

        String list = mvc.perform(get("/neighbourhood").with(As.machi1())).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
        assertThat(list).contains("/neighbourhood/" + shared.number(), "本人の同意").doesNotContain(silent.number().value(), "??");
        String plan = mvc.perform(get("/neighbourhood/{n}", shared.number()).with(As.machi1())).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString();
        assertThat(plan).contains("試験 太郎").doesNotContain("要介護", "試験 花子");
        mvc.perform(get("/neighbourhood/{n}", silent.number()).with(As.machi1())).andExpect(status().isNotFound());
        mvc.perform(get("/neighbourhood/{n}", shared.number()).with(As.aoba1())).andExpect(status().isForbidden());
        mvc.perform(get("/neighbourhood/list.pdf").with(As.machi1())).andExpect(status().isOk());
        String csv = csv("/neighbourhood/list.csv", As.machi1());
        assertThat(csv).contains("試験 太郎").doesNotContain("要介護", "試験 花子");
        String lists = mvc.perform(get("/prints/readers").with(As.roster1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(lists).as("whose list it is stands in no address").doesNotContain("machi1", "minsei1");
        List<String> readers = Pattern.compile("(/prints/readers/[^/\"]+)/list.pdf").matcher(lists).results().map(m -> m.group(1)).toList();
        assertThat(readers).hasSize(2);
        assertThat(csv(readers.get(0) + "/list.csv", As.roster1())).isEqualTo(csv);
        mvc.perform(get(readers.get(1) + "/list.pdf").with(As.roster1())).andExpect(status().isOk());
        for (String none : List.of("/prints/readers/nobody", "/prints/readers/machi1")) {
            mvc.perform(get(none + "/list.pdf").with(As.roster1())).andExpect(status().isNotFound());
        }
        mvc.perform(get(readers.get(0) + "/list.pdf").with(As.review1())).andExpect(status().isNotFound());
        mvc.perform(get(readers.get(0) + "/list.csv").with(As.aoba1())).andExpect(status().isForbidden());
        assertThat(disclosures.of(shared.id())).filteredOn(l -> l.what().equals("list-csv")).hasSize(1);
        mvc.perform(get("/neighbourhood").with(As.machi1())).andExpect(status().isOk());
        assertThat(disclosures.of(shared.id())).filteredOn(l -> l.what().equals("list")).hasSize(1);
        assertThat(disclosures.of(silent.id())).noneMatch(l -> l.what().equals("list"));
    }

    /** On the day of a disaster one plan that cannot be read must not take the list from the neighbourhood; whoever reads it is told. */
    @Test
    void onePlanThatCannotBeReadHidesNobodyElse() throws Exception {
        CaseFile shared = planned();
        CaseFile lost = planned();
        for (CaseFile file : new CaseFile[] {shared, lost}) {
            say(file, "sharing", true);
            share(file);
            Eventually.until(() -> state(delivery(file, Party.Kind.NEIGHBOURHOOD)) == Delivery.State.DELIVERED);
        }
        jdbc.sql("insert into plan.form (version, schema) values ('share-broken', '{\"properties\": {}}') on conflict do nothing").update();
        jdbc.sql("""
                insert into plan.submission (case_id, version, form_version, answers, provenance, submitted_at, submitted_by, by_name)
                select case_id, version + 1, 'share-broken', answers, provenance, submitted_at, submitted_by, by_name from plan.submission
                where case_id = ? order by version desc limit 1
                """).param(lost.id().value()).update();
        jdbc.sql("update sharing.delivery set version = version + 1 where case_id = ? and party_kind = 'NEIGHBOURHOOD'").param(lost.id().value()).update();
        try {
            String list = mvc.perform(get("/neighbourhood").with(As.machi1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(list).contains("/neighbourhood/" + shared.number(), "読めない計画が1件あります").doesNotContain(lost.number().value());
            assertThat(csv("/neighbourhood/list.csv", As.machi1())).contains("読めない計画が1件あります");
            mvc.perform(get("/neighbourhood/list.pdf").with(As.machi1())).andExpect(status().isOk());
            assertThat(jdbc.sql("select case_number from casefile.left_aside where work = 'READ_PLAN'").query(String.class).list()).containsExactly(lost.number().value());
        } finally {
            jdbc.sql("update sharing.delivery set version = version - 1 where case_id = ? and party_kind = 'NEIGHBOURHOOD'").param(lost.id().value()).update();
            jdbc.sql("delete from casefile.left_aside where work = 'READ_PLAN'").update();
            jdbc.sql("update plan.form set schema = (select f.schema from plan.form f join plan.submission s on s.form_version = f.version where s.case_id = ? limit 1) where version = 'share-broken'")
                    .param(shared.id().value()).update();
        }
    }

    @Test
    void inADeclaredDisasterTheLeaderSeesEveryoneAndTheGroundSaysWhy() throws Exception {
        CaseFile silent = planned("若草町");
        try (SharedPlans.Disaster disaster = plans.disasterIn("若草町")) {
            String list = mvc.perform(get("/neighbourhood").with(minsei1())).andReturn().getResponse().getContentAsString();
            assertThat(list).contains(silent.number().value(), "災害の宣言");
            assertThat(disclosures.of(silent.id())).anySatisfy(l -> {
                assertThat(l.ground()).isEqualTo(Ground.DECLARED_DISASTER);
                assertThat(l.disasterId()).isEqualTo(disaster.id());
            });
            mvc.perform(get("/neighbourhood/{n}", silent.number()).with(As.machi1())).andExpect(status().isNotFound());
        }
        assertThat(mvc.perform(get("/neighbourhood").with(minsei1())).andReturn().getResponse().getContentAsString())
                .doesNotContain(silent.number().value());
    }

    @Test
    void aWithdrawnConsentTakesThePlanBackFromTheCareCircle() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        Delivery circle = delivery(file, Party.Kind.CARE_CIRCLE);
        Eventually.until(() -> state(circle) == Delivery.State.DELIVERED);
        Delivery paper = supporter(file, SupporterKey.of("隣 一郎", "0242-22-2222"));
        Eventually.until(() -> state(paper) == Delivery.State.READY);
        long copy = printed(file, paper);
        assertThat(disclosures.of(file.id())).as("printed is not given").noneMatch(l -> l.what().equals("plan-paper"));
        mvc.perform(hand(file, paper, copy)).andExpect(status().isUnprocessableEntity());
        mvc.perform(hand(file, paper, copy).param("pair", "yes")).andExpect(status().is3xxRedirection());
        mvc.perform(hand(file, paper, copy).param("pair", "yes")).andExpect(status().isConflict());
        assertThat(disclosures.of(file.id())).filteredOn(l -> l.what().equals("plan-paper")).hasSize(1);
        withdraw(file, "PLAN_GIVING");
        Eventually.until(() -> state(circle) == Delivery.State.RECALLED);
        assertThat(sandbox.get("/plans/" + circle.key())).contains("引き上げられました");
        Eventually.until(() -> state(paper) == Delivery.State.RECALLED);
        assertThat(page(file)).contains("紙の写しが相手の手元に残っています");
        mvc.perform(end(file, paper, copy, "LOST")).andExpect(status().is3xxRedirection());
        assertThat(page(file)).as("lost is not back").contains("紙の写しが相手の手元に残っています");
        mvc.perform(end(file, paper, copy, "RETURNED")).andExpect(status().is3xxRedirection());
        mvc.perform(end(file, paper, copy, "RETURNED")).andExpect(status().isConflict());
        assertThat(page(file)).doesNotContain("紙の写しが相手の手元に残っています");
        mvc.perform(post("/cases/{n}/sharing/{id}/recall", file.number(), paper.id()).with(As.wakakusa1()).with(csrf()))
                .andExpect(status().isNotFound());
    }

    /** Nobody looks for a copy that never was. */
    @Test
    void aCopyThatNobodyHandedOverIsNotAskedBackAndTheTimelineNamesWhoHadNone() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        Delivery paper = supporter(file, SupporterKey.of("隣 一郎", "0242-22-2222"));
        Eventually.until(() -> state(paper) == Delivery.State.READY);
        assertThat(page(file)).contains("写しを渡せます（まだ渡していません）");
        long copy = printed(file, paper);
        withdraw(file, "PLAN_GIVING");
        Eventually.until(() -> state(paper) == Delivery.State.STOPPED);
        mvc.perform(hand(file, paper, copy).param("pair", "yes")).andExpect(status().isForbidden());
        assertThat(page(file)).doesNotContain("紙の写しが相手の手元に残っています");
        assertThat(mvc.perform(get("/cases/{n}/timeline", file.number()).with(As.aoba1())).andReturn().getResponse().getContentAsString())
                .contains("隣 一郎への計画の写しを取りやめました。まだ渡していないため、相手の手元にはありません。");
    }

    @Test
    void inADeclaredDisasterWhoConsentedIsServedOnThatConsentAndGetsNoLetter() throws Exception {
        CaseFile file = planned("若草町");
        say(file, "sharing", true);
        share(file);
        Eventually.until(() -> deliveries.of(file.id()).stream().anyMatch(d -> d.recipient().party().kind() == Party.Kind.WELFARE_COMMISSIONER
                && d.state() == Delivery.State.DELIVERED));
        // Who else is named has not agreed: with nobody of that kind in the plan, the consent covers all that the reader may see.
        jdbc.sql("update consent.supporter set answer = 'AGREED' where resident_id = ?").param(file.resident().id()).update();
        try (SharedPlans.Disaster disaster = plans.disasterIn("若草町")) {
            mvc.perform(get("/neighbourhood").with(minsei1())).andExpect(status().isOk());
            mvc.perform(get("/neighbourhood/{n}", file.number()).with(minsei1())).andExpect(status().isOk());
            assertThat(disclosures.of(file.id())).filteredOn(l -> l.what().equals("list") || l.party().kind() == Party.Kind.WELFARE_COMMISSIONER)
                    .isNotEmpty().allSatisfy(l -> assertThat(l.ground()).isEqualTo(Ground.CONSENT));
            assertThat(mvc.perform(get("/disasters/{id}", disaster.id()).with(As.review1())).andReturn().getResponse().getContentAsString())
                    .doesNotContain(file.resident().name());
        }
    }

    @Test
    void aReceiverThatDoesNotConfirmIsShownAsSuch() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        Delivery circle = delivery(file, Party.Kind.CARE_CIRCLE);
        Eventually.until(() -> state(circle) == Delivery.State.DELIVERED);
        sandbox.turn("CARE_CIRCLE", "NONSENSE");
        withdraw(file, "PLAN_GIVING");
        Eventually.until(() -> jdbc.sql("""
                select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.exception_msg_ is not null
                """).param("delivery-" + circle.id()).query(Integer.class).single() == 1);
        assertThat(state(circle)).isEqualTo(Delivery.State.RECALLING);
        assertThat(page(file)).contains("引き上げ中", "相手の確認を待っています");
        assertThat(sandbox.get("/plans/" + circle.key())).contains(file.number().value());
    }

    @Test
    void whenASupporterDeclinesWhatNamedThemIsTakenBackAtOnce() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        Delivery circle = delivery(file, Party.Kind.CARE_CIRCLE);
        Eventually.until(() -> state(circle) == Delivery.State.DELIVERED);
        loop.as("aoba1", () -> agreements.record(file.id(), SupporterKey.of("隣 一郎", "0242-22-2222"), SupporterAnswer.REFUSED,
                LocalDate.now().minusDays(1), SupporterAgreements.How.TELEPHONE, null));
        Eventually.until(() -> state(circle) == Delivery.State.RECALLED);
    }

    /** A ground may also end without anybody's act, as by expiry; here it is taken away behind the product's back. */
    @Test
    void atNightWhatStandsOnNoGroundAnyMoreIsTakenBack() throws Exception {
        CaseFile file = planned();
        say(file, "giving", true);
        share(file);
        Delivery circle = delivery(file, Party.Kind.CARE_CIRCLE);
        Eventually.until(() -> state(circle) == Delivery.State.DELIVERED);
        jdbc.sql("update consent.supporter set answer = 'REFUSED' where resident_id = ?").param(file.resident().id()).update();
        assertThat(recheck.recheck()).isPositive();
        Eventually.until(() -> state(circle) == Delivery.State.RECALLED);
    }

    private CaseFile planned() throws Exception {
        return planned("青葉町");
    }

    /** A plan handed in and put in force: what lies between (review, seal, signature) is other tests' business. */
    private CaseFile planned(String area) throws Exception {
        int n = NUMBERS.incrementAndGet();
        CaseFile file = open.open(new Resident(0, "SHARE-" + n, "MC-0001", "試験 太郎", "シケン タロウ", LocalDate.of(1940, 3, 2), "男",
                "990-0001", "みちしるべ市青葉1-1", "0242-12-3456", area), "AOBA", 3);
        say(file, "creation", true);
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        loop.as("aoba2", () -> {
            Map<String, JsonNode> all = loop.complete();
            all.put("/supporters/s2", json("{\"party\":\"person\",\"name\":\"頼み 二郎\",\"phone\":\"0242-33-3333\",\"agreement\":\"asked\"}"));
            loop.write(file, all);
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        return cases.get(file.id());
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void say(CaseFile file, String notice, boolean given) throws Exception {
        mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content("""
                        {"decisions":[{"notice":{"id":"%s","version":1,"language":"ja"},"given":%s}],"givenBy":"SELF",
                         "channel":"ELECTRONIC","explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}"""
                        .formatted(notice, given))).andExpect(status().is2xxSuccessful());
    }

    private void withdraw(CaseFile file, String purpose) throws Exception {
        long record = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = ?")
                .params(file.resident().id(), purpose).query(Long.class).single();
        mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), record).with(As.aoba1Token("consents:write"))
                .contentType("application/json").content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"CONTINUE\"}"))
                .andExpect(status().isNoContent());
    }

    private void share(CaseFile file) {
        loop.as("aoba2", () -> share.begin(file.id()));
    }

    private String page(CaseFile file) throws Exception {
        return mvc.perform(get("/cases/{n}/sharing", file.number()).with(As.aoba1())).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
    }

    private String pdfOf(CaseFile file, String supporter) throws Exception {
        return mvc.perform(post("/cases/{n}/sharing/{id}/copies", file.number(), supporter(file, supporter).id()).with(As.aoba1()).with(csrf()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    /** @return id of the sheet */
    private long printed(CaseFile file, Delivery paper) throws Exception {
        mvc.perform(post("/cases/{n}/sharing/{id}/copies", file.number(), paper.id()).with(As.aoba1()).with(csrf())).andExpect(status().isOk());
        return jdbc.sql("select max(id) from sharing.copy where delivery_id = ?").param(paper.id()).query(Long.class).single();
    }

    private MockHttpServletRequestBuilder hand(CaseFile file, Delivery paper, long copy) {
        return post("/cases/{n}/sharing/{id}/copies/{c}/handed", file.number(), paper.id(), copy).param("how", "POST").with(As.aoba1()).with(csrf());
    }

    private MockHttpServletRequestBuilder end(CaseFile file, Delivery paper, long copy, String how) {
        return post("/cases/{n}/sharing/{id}/copies/{c}/ended", file.number(), paper.id(), copy).param("how", how).with(As.aoba1()).with(csrf());
    }

    private Delivery delivery(CaseFile file, Party.Kind kind) {
        return deliveries.of(file.id()).stream().filter(d -> d.recipient().party().kind() == kind).findFirst().orElseThrow();
    }

    private Delivery supporter(CaseFile file, String key) {
        return deliveries.of(file.id()).stream().filter(d -> key.equals(d.recipient().party().key())).findFirst().orElseThrow();
    }

    private Delivery.State state(Delivery delivery) {
        return deliveries.find(delivery.caseId(), delivery.id()).orElseThrow().state();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor minsei1() {
        return As.person("minsei1", "松本 和子", null, jp.michishirube.organization.Role.WELFARE_COMMISSIONER);
    }

    private String csv(String path, org.springframework.test.web.servlet.request.RequestPostProcessor who) throws Exception {
        return new String(mvc.perform(get(path).with(who)).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
