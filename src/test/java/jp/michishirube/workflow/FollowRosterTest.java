package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.evacuation.hazard.HomeOrigin;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.review.Loop;
import jp.michishirube.roster.entry.AddressChanged;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who moves has another door, and her places and ways are looked at again. */
@ProductTest
class FollowRosterTest {

    @Autowired private Loop loop;
    @Autowired private Homes homes;
    @Autowired private WorkItems items;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void aPlanHandedInIsToBeLookedAtFromTheNewDoor() {
        CaseFile file = loop.atReview();
        CaseFile written = loop.atInterview();
        homes.set(file.resident().id(), 37.512, 139.921, HomeOrigin.HAND);
        move(file);
        move(written);
        assertThat(items.find(file.id(), Step.CHECK_WAY)).hasValueSatisfying(i -> assertThat(i.office()).isEqualTo("AOBA"));
        assertThat(items.find(written.id(), Step.CHECK_WAY)).as("places are asked for at the interview anyway").isEmpty();
        assertThat(jdbc.sql("select count(*) from evacuation.home where resident_id = ?").param(file.resident().id()).query(Integer.class).single())
                .isZero();
    }

    private void move(CaseFile file) {
        transaction.executeWithoutResult(tx -> events.publishEvent(new AddressChanged(file.id())));
    }
}
