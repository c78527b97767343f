package jp.michishirube.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A node that was killed leaves the jobs it held locked for a while, as another node might still be at them. On the embedded database
 * there is no other node: they go on at once.
 */
@Component
@ConditionalOnProperty("michishirube.embedded-database")
class FreeJobs implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FreeJobs.class);

    private final JdbcClient jdbc;

    /** @param engine is there before: it makes the table */
    FreeJobs(JdbcClient jdbc, ProcessEngine engine) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        int freed = jdbc.sql("""
                update act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1 where lock_owner_ is not null
                """).update();
        if (freed > 0) {
            LOG.info("{} jobs that the last run held go on", freed);
        }
    }
}
