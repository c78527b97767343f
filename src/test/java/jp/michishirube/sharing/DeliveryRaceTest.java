package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A plan is on its way to the care circle, which is slow to take it; meanwhile the resident takes the consent to that back. */
@ProductTest
class DeliveryRaceTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    private final SandboxPages outside = new SandboxPages(Surroundings.outside().url());

    @AfterEach
    void quick() {
        outside.turn("CARE_CIRCLE", "NORMAL");
    }

    @Test
    void whatArrivesAfterTheWithdrawalIsTakenBack() {
        CaseFile file = plans.inForce("青葉町");
        plans.says(file, "giving", true);
        outside.turn("CARE_CIRCLE", "SLOW");
        plans.share(file);
        AtomicInteger inARow = new AtomicInteger();
        // The check before it holds the row too, but for a moment.
        Eventually.until(() -> (isOnItsWay(file) ? inARow.incrementAndGet() : inARow.getAndSet(0)) >= 8);
        outside.turn("CARE_CIRCLE", "NORMAL");

        CompletableFuture<Integer> withdrawal = CompletableFuture.supplyAsync(() -> withdraw(file));
        assertThat(withdrawal.orTimeout(240, TimeUnit.SECONDS).join()).isEqualTo(302);
        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "RECALLED");
        assertThat(outside.get("/plans/" + plans.key(file, Party.Kind.CARE_CIRCLE) + "/plan.pdf")).as("the circle holds nothing").doesNotStartWith("%PDF");
        assertThat(jdbc.sql("select count(*) from sharing.delivery where case_id = ? and state in ('WAITING', 'SENT', 'DELIVERED')").param(file.id().value())
                .query(Integer.class).single()).isZero();
    }

    private boolean isOnItsWay(CaseFile file) {
        return jdbc.sql("select count(*) from sharing.delivery where case_id = ?").param(file.id().value()).query(Integer.class).single() > jdbc.sql(
                "select count(*) from (select id from sharing.delivery where case_id = ? for update skip locked) free").param(file.id().value()).query(Integer.class).single();
    }

    private int withdraw(CaseFile file) {
        long record = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_GIVING'").param(file.resident().id()).query(Long.class).single();
        try {
            return mvc.perform(post("/cases/{n}/consents/{id}/withdrawal", file.number(), record).param("givenBy", "SELF").param("channel", "ORAL")
                    .param("afterwards", "CONTINUE").with(As.aoba1()).with(csrf())).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
