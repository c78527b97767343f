package jp.michishirube.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The night's look: over plans whose year is over, once, by one node at a time, and on from where another stopped. */
@ProductTest
class NightsTest {

    @Autowired private SharedPlans plans;
    @Autowired private LookForTriggers look;
    @Autowired private Nights nights;
    @Autowired private PlanRenewals renewals;
    @Autowired private CaseProcess process;
    @Autowired private SupporterAgreements agreements;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;

    @Test
    void aPlanWhoseYearIsOverIsProposedOnceWhicheverNodeLooks() {
        List<CaseFile> files = List.of(plans.inForce("更新六町"), plans.inForce("更新六町"), plans.inForce("更新六町"));
        LocalDate early = LocalDate.now().plusYears(1).minusDays(1);
        beginsAt(early, files.get(0));
        assertThat(look.look(early, "a", 1)).isTrue();
        assertThat(night(early)).satisfies(n -> {
            assertThat(n.looked()).isEqualTo(3);
            assertThat(n.proposed()).isZero();
            assertThat(n.endedAt()).isNotNull();
        });

        LocalDate due = LocalDate.now().plusYears(1);
        beginsAt(due, files.get(0));
        assertThat(nights.claim(due, "died")).isPresent();
        assertThat(look.look(due, "b", 1)).as("another looks").isFalse();
        // The node that began came as far as the first plan, and fell silent.
        nights.cameTo(due, "died", files.get(0).id().value(), 1, 0, 0);
        jdbc.sql("update renewal.night set alive_at = now() - interval '6 minutes' where day = ?").param(due).update();
        assertThat(look.look(due, "b", 1)).isTrue();
        assertThat(nights.cameTo(due, "died", 0, 1, 0, 0)).as("whoever wakes up too late writes nothing").isFalse();
        assertThat(renewals.of(files.get(0).id())).isEmpty();
        for (CaseFile file : files.subList(1, 3)) {
            assertThat(process.openSteps(file.id())).containsExactly(Step.DECIDE_RENEWAL);
            assertThat(renewals.reasons(renewals.open(file.id()).orElseThrow())).singleElement()
                    .isEqualTo(new Reason(Trigger.YEAR, LocalDate.now().toString(), due));
        }
        assertThat(night(due)).satisfies(n -> {
            assertThat(n.looked()).isEqualTo(3);
            assertThat(n.proposed()).isEqualTo(2);
            assertThat(n.reasons()).containsOnlyKeys(Trigger.YEAR).containsEntry(Trigger.YEAR, 2);
        });
        assertThat(look.look(due, "b", 1)).as("done for this night").isFalse();

        LocalDate next = due.plusDays(1);
        beginsAt(next, files.get(0));
        assertThat(look.look(next, "c", 1000)).isTrue();
        assertThat(night(next).proposed()).as("the one that the dead node had not told").isEqualTo(1);
        for (LocalDate day : List.of(early, due, next)) {
            jdbc.sql("delete from renewal.night_reason where day = ?").param(day).update();
            jdbc.sql("delete from renewal.night where day = ?").param(day).update();
        }
    }

    /** Nobody was told that the supporter ended: the plan alone said that they had agreed. */
    @Test
    void aSupporterWhoEndedUnheardIsFoundAtNight() {
        CaseFile file = plans.inForce("更新六町");
        String key = SupporterKey.of("隣 一郎", "0242-22-2222");
        LocalDate day = LocalDate.of(2019, 12, 1);
        loop.as("aoba1", () -> agreements.record(file.id(), key, SupporterAnswer.REFUSED, LocalDate.now(), SupporterAgreements.How.TELEPHONE, null));
        assertThat(renewals.of(file.id())).isEmpty();
        beginsAt(day, file);
        assertThat(look.look(day, "a", 10)).isTrue();
        assertThat(renewals.reasons(renewals.open(file.id()).orElseThrow())).containsExactly(Reason.supporterEnded(key, 1, day));
        assertThat(night(day).reasons()).containsExactly(Map.entry(Trigger.SUPPORTER_ENDED, 1));
        jdbc.sql("delete from renewal.night_reason where day = ?").param(day).update();
        jdbc.sql("delete from renewal.night where day = ?").param(day).update();
    }

    /** Whom it names, nobody can tell; the others are looked at all the same, and the night says that one was not. */
    @Test
    void aPlanThatCannotBeReadStopsNoNight() {
        CaseFile lost = plans.inForce("更新八町");
        CaseFile other = plans.inForce("更新八町");
        String key = SupporterKey.of("隣 一郎", "0242-22-2222");
        loop.as("aoba1", () -> List.of(lost, other).forEach(
                file -> agreements.record(file.id(), key, SupporterAnswer.REFUSED, LocalDate.now(), SupporterAgreements.How.TELEPHONE, null)));
        plans.unreadable(lost, "night-broken");
        LocalDate day = LocalDate.of(2019, 12, 2);
        try {
            beginsAt(day, lost);
            assertThat(look.look(day, "a", 10)).isTrue();
            assertThat(night(day)).satisfies(n -> {
                assertThat(n.failed()).isEqualTo(1);
                assertThat(n.reasons()).containsExactly(Map.entry(Trigger.SUPPORTER_ENDED, 1));
            });
            assertThat(renewals.open(other.id())).isPresent();
        } finally {
            plans.readable(lost, "night-broken");
            jdbc.sql("delete from renewal.night_reason where day = ?").param(day).update();
            jdbc.sql("delete from renewal.night where day = ?").param(day).update();
        }
    }

    /** The database is other tests' too: the night begins right before these plans, with a node that is gone. */
    private void beginsAt(LocalDate day, CaseFile first) {
        jdbc.sql("insert into renewal.night (day, begun_at, alive_at, worker, last_case) values (?, now(), now() - interval '1 hour', 'gone', ?)")
                .params(day, first.id().value() - 1).update();
    }

    private Nights.Night night(LocalDate day) {
        return nights.last(100).stream().filter(n -> n.day().equals(day)).findFirst().orElseThrow();
    }
}
