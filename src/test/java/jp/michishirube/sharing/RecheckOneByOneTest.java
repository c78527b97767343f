package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class RecheckOneByOneTest {

    @Autowired private LeftAside leftAside;
    @Autowired private JdbcClient jdbc;
    private final Deliveries deliveries = mock(Deliveries.class);
    private final PlanExtracts extracts = mock(PlanExtracts.class);
    private final RecallPlan recall = mock(RecallPlan.class);
    private RecheckDeliveries recheck;

    @BeforeEach
    void inARealTransactionEach() {
        recheck = new RecheckDeliveries(deliveries, extracts, recall, leftAside);
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from casefile.left_aside where work in ('RECHECK_DELIVERY', 'ASK_RECALL_AGAIN')").update();
    }

    @Test
    void aRecallThatCannotBeBegunAnewHoldsUpNoOther() {
        when(deliveries.unconfirmed()).thenReturn(List.of(1L, 2L));
        doThrow(new IllegalStateException("broken")).when(recall).restart(1);
        recheck.everyNight();
        verify(recall).restart(2);
        assertThat(leftAside("ASK_RECALL_AGAIN")).containsExactly("1 IllegalStateException");
        doNothing().when(recall).restart(1);
        recheck.everyNight();
        assertThat(leftAside("ASK_RECALL_AGAIN")).as("done at last").isEmpty();
    }

    @Test
    void aDeliveryThatCannotBeReadOrAskedForHoldsUpNoOther() {
        Delivery asked = mock(Delivery.class);
        Delivery fine = mock(Delivery.class);
        when(fine.fields()).thenReturn(Set.of("name"));
        when(deliveries.standingAfter(anyLong(), anyInt())).thenReturn(List.of(1L, 2L, 3L, 4L));
        when(deliveries.get(1)).thenThrow(new IllegalArgumentException("a kind of party that only another version knows"));
        when(deliveries.get(2)).thenReturn(asked);
        when(extracts.may(asked)).thenThrow(new IllegalStateException("broken"));
        when(deliveries.get(3)).thenReturn(fine);
        when(deliveries.get(4)).thenReturn(fine);
        when(extracts.may(fine)).thenReturn(new Answer(false, Set.of(), Ground.EXPIRED, null, null));
        when(recall.begin(3)).thenThrow(new IllegalStateException("broken"));
        when(recall.begin(4)).thenReturn(true);
        assertThat(recheck.recheck()).isOne();
        verify(recall).begin(4);
        assertThat(leftAside("RECHECK_DELIVERY")).containsExactly("1 IllegalArgumentException", "2 IllegalStateException", "3 IllegalStateException");
    }

    private List<String> leftAside(String work) {
        return jdbc.sql("select item || ' ' || why from casefile.left_aside where work = ? order by item").param(work).query(String.class).list();
    }
}
