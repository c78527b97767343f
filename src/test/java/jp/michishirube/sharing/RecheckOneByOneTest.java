package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The night's look at what lies with recipients, among them a row that this version cannot read. */
@ProductTest
class RecheckOneByOneTest {

    @Autowired private RecheckDeliveries recheck;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;
    private Delivery broken;
    private Delivery fine;

    @BeforeEach
    void twoWithTheCircle() {
        broken = withTheCircle();
        fine = withTheCircle();
        assertThat(List.of(broken.id(), fine.id())).as("looked at in this order").isSorted();
    }

    @AfterEach
    void leaveNothing() {
        kind(broken, "CARE_CIRCLE");
        recheck.everyNight();
        for (Delivery each : List.of(broken, fine)) {
            Eventually.until(() -> state(each).equals("RECALLED"));
        }
        jdbc.sql("delete from casefile.left_aside where item = ?").param(item(broken)).update();
    }

    @Test
    void aDeliveryThatCannotBeReadHoldsUpNoOther() {
        standsOnNoGround(broken);
        standsOnNoGround(fine);
        kind(broken, "OF_ANOTHER_VERSION");
        assertThat(recheck.recheck()).isPositive();
        Eventually.until(() -> state(fine).equals("RECALLED"));
        assertThat(state(broken)).isEqualTo("DELIVERED");
        assertThat(leftAside("RECHECK_DELIVERY")).containsExactly(item(broken));
    }

    @Test
    void aRecallThatCannotBeBegunAnewHoldsUpNoOther() {
        jdbc.sql("update sharing.delivery set state = 'RECALLING' where id in (?, ?)").params(broken.id(), fine.id()).update();
        kind(broken, "OF_ANOTHER_VERSION");
        recheck.everyNight();
        Eventually.until(() -> state(fine).equals("RECALLED"));
        assertThat(leftAside("ASK_RECALL_AGAIN")).containsExactly(item(broken));
        kind(broken, "CARE_CIRCLE");
        recheck.everyNight();
        Eventually.until(() -> state(broken).equals("RECALLED"));
        assertThat(leftAside("ASK_RECALL_AGAIN")).as("done at last").isEmpty();
    }

    private Delivery withTheCircle() {
        CaseFile file = plans.givenToTheCircle("夜見町");
        return plans.delivery(file, Party.Kind.CARE_CIRCLE);
    }

    /** Taken away behind the product's back, as if it had run out. */
    private void standsOnNoGround(Delivery delivery) {
        jdbc.sql("update consent.supporter set answer = 'REFUSED' where resident_id = (select resident_id from casefile.casefile where id = ?)")
                .param(delivery.caseId().value()).update();
    }

    private void kind(Delivery delivery, String kind) {
        jdbc.sql("update sharing.delivery set party_kind = ? where id = ?").params(kind, delivery.id()).update();
    }

    private String state(Delivery delivery) {
        return jdbc.sql("select state from sharing.delivery where id = ?").param(delivery.id()).query(String.class).single();
    }

    private static String item(Delivery delivery) {
        return String.valueOf(delivery.id());
    }

    private List<String> leftAside(String work) {
        return jdbc.sql("select item from casefile.left_aside where work = ? and item in (?, ?) order by item::bigint")
                .params(work, item(broken), item(fine)).query(String.class).list();
    }
}
