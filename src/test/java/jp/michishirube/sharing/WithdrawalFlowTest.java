package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.DeliveryProcess;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.organization.Role;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.outside.OutsideService;
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

/** What a withdrawal does to plans that are out, on their way, or with a receiver that does not answer. */
@ProductTest
class WithdrawalFlowTest {

    @Autowired private MockMvc mvc;
    @Autowired private jp.michishirube.casefile.LeftAside leftAside;
    @Autowired private SharedPlans plans;
    @Autowired private CaseFiles cases;
    @Autowired private RecheckDeliveries recheck;
    @Autowired private Deliveries deliveries;
    @Autowired private DeliveryProcess process;
    @Autowired private Timeline timeline;
    @Autowired private Disclosures disclosures;
    @Autowired private Outside outside;
    @Autowired private JdbcClient jdbc;
    @Autowired private javax.sql.DataSource dataSource;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    private SandboxPages sandbox;

    @BeforeEach
    void pages() {
        sandbox = new SandboxPages(sandboxUrl);
    }

    @AfterEach
    void normal() {
        sandbox.turn("CARE_CIRCLE", "NORMAL");
        trustAgain();
    }

    /** A service that kept failing is left alone for a while; one that is seen to answer is not. */
    private void trustAgain() {
        outside.delete(OutsideService.CARE_CIRCLE_PLANS, Outside.Patience.INSIST, "/v1/plans/{key}", "nothing");
    }

    @Test
    void whoWantsNoMoreDataFetchedKeepsThePlanWhereItWasGiven() throws Exception {
        CaseFile file = plans.givenToTheCircle("青葉町");
        withdraw(file, "PLAN_MAKING", "CONTINUE");
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("DELIVERED");
        assertThat(cases.get(file.id()).state()).isEqualTo(CaseState.IN_FORCE);
        assertThat(standing(file, "PLAN_MAKING")).isEqualTo("GIVEN");
        assertThat(standing(file, "PLAN_GIVING")).isEqualTo("GIVEN");
    }

    @Test
    void whoGivesUpThePlanHasItTakenBackAndNoDisasterOpensItAgain() throws Exception {
        CaseFile file = plans.givenToTheCircle("若草町");
        withdraw(file, "PLAN_MAKING", "END");
        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "RECALLED");
        assertThat(cases.get(file.id()).state()).isEqualTo(CaseState.CREATION_REFUSED);
        assertThat(standing(file, "PLAN_GIVING")).isEqualTo("WITHDRAWN");
        try (SharedPlans.Disaster disaster = plans.disasterIn("若草町")) {
            String list = mvc.perform(get("/neighbourhood").with(As.person("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER)))
                    .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(list).doesNotContain(file.number().value());
        }
    }

    @Test
    void aPlanOnItsWayIsStoppedAndSurelyNotLeftWithTheReceiver() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        sandbox.turn("CARE_CIRCLE", "DOWN");
        plans.says(file, "giving", true);
        plans.share(file);
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("WAITING");
        withdraw(file, "PLAN_GIVING", "CONTINUE");
        // The answer may have been lost on the way, so that it is taken back rather than merely not sent.
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("RECALLING");
        sandbox.turn("CARE_CIRCLE", "NORMAL");
        insist(file);
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("RECALLED");
        assertThat(disclosures.of(file.id())).noneMatch(l -> l.party().kind() == Party.Kind.CARE_CIRCLE);
    }

    @Test
    void aReceiverThatDoesNotConfirmStandsOnEveryPageOfTheCaseUntilItDoes() throws Exception {
        CaseFile file = plans.givenToTheCircle("青葉町");
        sandbox.turn("CARE_CIRCLE", "DOWN");
        withdraw(file, "PLAN_GIVING", "CONTINUE");
        insist(file);
        String unconfirmed = "1か所の相手がまだ確認していません";
        assertThat(page("/cases/" + file.number())).contains(unconfirmed);
        assertThat(page("/cases/" + file.number() + "/sharing")).contains("相手の確認を待っています", "いま、もう一度頼む", unconfirmed);
        sandbox.turn("CARE_CIRCLE", "NORMAL");
        insist(file);
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("RECALLED");
        assertThat(page("/cases/" + file.number())).doesNotContain(unconfirmed);
        assertThat(sandbox.get("/plans/" + plans.key(file, Party.Kind.CARE_CIRCLE))).contains("引き上げられました");
    }

    @Test
    void everyNightAsksAgainWhoHasNotConfirmed() throws Exception {
        CaseFile file = plans.givenToTheCircle("青葉町");
        sandbox.turn("CARE_CIRCLE", "DOWN");
        withdraw(file, "PLAN_GIVING", "CONTINUE");
        sandbox.turn("CARE_CIRCLE", "NORMAL");
        trustAgain();
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().untilAsserted(recheck::everyNight);
        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "RECALLED");
    }

    /** A copy that cannot be asked back keeps no other with its recipient, and is named. */
    @Test
    void oneRecallThatCannotBeBegunHoldsUpNoOther() throws Exception {
        CaseFile file = plans.givenToTheCircle("青葉町");
        List<Delivery> given = deliveries.of(file.id());
        assertThat(given).hasSizeGreaterThan(1);
        long broken = given.stream().filter(d -> d.recipient().party().kind() != Party.Kind.CARE_CIRCLE).findFirst().orElseThrow().id();
        RecallPlan recall = answered(null);
        recall.begin(file.id(), d -> {
            if (d.id() == broken) {
                throw new IllegalStateException("cannot be read");
            }
            return true;
        });
        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "RECALLED");
        assertThat(jdbc.sql("select case_number || ' ' || why from casefile.left_aside where work = 'RECALL' and item = ?").param(String.valueOf(broken))
                .query(String.class).single()).isEqualTo(file.number() + " IllegalStateException");
        recall.begin(file.id(), d -> true);
        assertThat(jdbc.sql("select count(*) from casefile.left_aside where work = 'RECALL' and item = ?").param(String.valueOf(broken))
                .query(Integer.class).single()).isZero();
    }

    /** Its sending is just being tried: the step and the withdrawal meet, and the copy is taken back now, not at night. */
    @Test
    void aSendingInTheSameMomentDoesNotPutTheRecallOff() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        sandbox.turn("CARE_CIRCLE", "DOWN");
        plans.says(file, "giving", true);
        plans.share(file);
        long delivery = plans.delivery(file, Party.Kind.CARE_CIRCLE).id();
        try (java.sql.Connection step = dataSource.getConnection()) {
            step.setAutoCommit(false);
            try (var moved = step.createStatement()) {
                assertThat(moved.executeUpdate("update act_ru_execution set rev_ = rev_ + 1 where business_key_ = 'delivery-" + delivery + "'")).isPositive();
            }
            CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> withdrawNow(file));
            Eventually.until(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%act_ru_%'")
                    .query(Integer.class).single() > 0);
            step.commit();
            withdrawal.get(60, TimeUnit.SECONDS);
        }
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("RECALLING");
        assertThat(jdbc.sql("select count(*) from casefile.left_aside where work = 'RECALL' and item = ?").param(String.valueOf(delivery))
                .query(Integer.class).single()).isZero();
        sandbox.turn("CARE_CIRCLE", "NORMAL");
        insist(file);
    }

    private void withdrawNow(CaseFile file) {
        try {
            withdraw(file, "PLAN_GIVING", "CONTINUE");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyNightTakesBackWhatHasRunOut() throws Exception {
        CaseFile file = plans.givenToTheCircle("青葉町");
        jdbc.sql("update consent.standing set valid_until = now() - interval '1 minute' where resident_id = ? and purpose = 'PLAN_GIVING'")
                .param(file.resident().id()).update();
        Eventually.until(() -> {
            recheck.everyNight();
            return plans.state(file, Party.Kind.CARE_CIRCLE).equals("RECALLED");
        });
    }

    /** An answer is not yet a confirmation: only a receiver that says so, or does not know the plan, has given it back. */
    @Test
    void anAnswerThatDoesNotSayRecalledIsNoConfirmation() throws Exception {
        CaseFile file = plans.givenToTheCircle("青葉町");
        sandbox.turn("CARE_CIRCLE", "DOWN");
        withdraw(file, "PLAN_GIVING", "CONTINUE");
        long id = plans.delivery(file, Party.Kind.CARE_CIRCLE).id();
        for (String answer : List.of("{}", "{\"recalled\":false}", "{\"key\":\"x\",\"held\":true}")) {
            RecallPlan recall = answered(new ObjectMapper().readTree(answer));
            assertThatThrownBy(() -> recall.recall(id)).as(answer).isInstanceOf(OutsideFailure.class);
            assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).as(answer).isEqualTo("RECALLING");
        }
        assertThat(page("/cases/" + file.number())).contains("1か所の相手がまだ確認していません");
        answered(null).recall(id);
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).as("not found there").isEqualTo("RECALLED");
    }

    /** @param answer of the care circle app to every recall; null where it knows no such plan */
    private RecallPlan answered(JsonNode answer) {
        return new RecallPlan(deliveries, process, new Outside() {
            @Override
            public Optional<JsonNode> get(OutsideService service, Patience patience, String path, Object... variables) {
                throw new UnsupportedOperationException();
            }

            @Override
            public JsonNode post(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
                throw new UnsupportedOperationException();
            }

            @Override
            public JsonNode put(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<JsonNode> delete(OutsideService service, Patience patience, String path, Object... variables) {
                return Optional.ofNullable(answer);
            }
        }, timeline, leftAside);
    }

    private void insist(CaseFile file) throws Exception {
        mvc.perform(post("/cases/{n}/sharing/{id}/recall/again", file.number(), plans.delivery(file, Party.Kind.CARE_CIRCLE).id())
                .with(As.aoba1()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String standing(CaseFile file, String purpose) {
        return jdbc.sql("select state from consent.standing where resident_id = ? and purpose = ?").params(file.resident().id(), purpose)
                .query(String.class).single();
    }

    private void withdraw(CaseFile file, String purpose, String afterwards) throws Exception {
        long record = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = ?")
                .params(file.resident().id(), purpose).query(Long.class).single();
        mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), record).with(As.aoba1Token("consents:write"))
                .contentType("application/json").content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"" + afterwards + "\"}"))
                .andExpect(status().isNoContent());
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(As.aoba1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
