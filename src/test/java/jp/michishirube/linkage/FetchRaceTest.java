package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.outside.Outside;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ContentScan;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder thinks; meanwhile the resident takes the consent back. What the holder then says is kept nowhere. */
@ProductTest
class FetchRaceTest {

    private static final String SECRET = "取消後の病名";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private SharedPlans plans;
    @Autowired private CaseProcess process;
    @Autowired private MayQuestion consent;
    @Autowired private OfferFacts offer;
    @Autowired private Fetches fetches;
    @Autowired private CaseFiles cases;
    @Autowired private Timeline timeline;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Clock clock;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void whatComesAfterTheWithdrawalIsNotKept() throws Exception {
        CaseFile file = open.open(new Resident(0, "FETCH-RACE", "FETCH-RACE", "試験 太郎", "シケン タロウ", LocalDate.of(1940, 3, 2), "男", "", "みちしるべ市青葉1", "", "青葉町"),
                "AOBA", 3);
        plans.says(file, "creation", true);
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CollectLinkedFacts collect = new CollectLinkedFacts(List.of(new Thinking(asked, answer)), consent, offer, fetches, cases, timeline, events, clock, transaction);
        CompletableFuture<Set<Holder>> fetch = CompletableFuture.supplyAsync(() -> collect.collect(file.id()));
        assertThat(asked.await(120, TimeUnit.SECONDS)).as("asked under the consent").isTrue();

        long record = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'").param(file.resident().id()).query(Long.class).single();
        assertThat(mvc.perform(post("/cases/{n}/consents/{id}/withdrawal", file.number(), record).param("givenBy", "SELF").param("channel", "ORAL")
                .param("afterwards", "CONTINUE").with(As.aoba1()).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(fetch).as("still thinking").isNotDone();
        answer.countDown();
        assertThat(fetch.get(120, TimeUnit.SECONDS)).isEmpty();

        assertThat(fetches.of(file.id())).filteredOn(r -> r.holder() == Holder.CARE_CIRCLE).extracting(FetchResult::status).containsOnly(FetchResult.Status.NOT_AGREED);
        assertThat(new ContentScan(jdbc).find(List.of(SECRET), Set.of())).isEmpty();
    }

    private record Thinking(CountDownLatch asked, CountDownLatch answer) implements FactSource {

        @Override
        public Holder holder() {
            return Holder.CARE_CIRCLE;
        }

        @Override
        public Optional<Fetched> fetch(Resident resident, Outside.Patience patience) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ObjectNode facts = JsonNodeFactory.instance.objectNode().put("carecircle.allergies", SECRET);
            return Optional.of(new Fetched(java.time.Instant.parse("2026-11-01T00:00:00Z"), facts, null));
        }
    }
}
