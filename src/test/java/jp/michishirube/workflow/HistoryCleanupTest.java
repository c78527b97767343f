package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's history of an instance goes {@code historyTimeToLive} (180 days) after its end, with all that hangs on it. */
@ProductTest
class HistoryCleanupTest {

    @Autowired Loop loop;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired JdbcClient jdbc;

    @Test
    void goesAfterItsTimeAndNotBefore() {
        String over = endedBefore(181);
        String within = endedBefore(179);
        String running = instanceOf(loop.atReview());
        history.cleanUpHistoryAsync(true);
        Eventually.holds(() -> assertThat(lines(over)).isZero());
        assertThat(lines(within)).isPositive();
        assertThat(lines(running)).isPositive();
    }

    private String endedBefore(int days) {
        String instance = instanceOf(loop.atReview());
        runtime.deleteProcessInstance(instance, "test");
        jdbc.sql("update act_hi_procinst set end_time_ = now() - make_interval(days => ?) where id_ = ?").param(days).param(instance).update();
        return instance;
    }

    private String instanceOf(CaseFile file) {
        return jdbc.sql("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param("case-" + file.id().value()).query(String.class).single();
    }

    private long lines(String instance) {
        return jdbc.sql("""
                select (select count(*) from act_hi_procinst where id_ = :i) + (select count(*) from act_hi_actinst where proc_inst_id_ = :i)
                    + (select count(*) from act_hi_taskinst where proc_inst_id_ = :i)
                    + (select count(*) from act_hi_varinst where proc_inst_id_ = :i)
                """).param("i", instance).query(Long.class).single();
    }
}
