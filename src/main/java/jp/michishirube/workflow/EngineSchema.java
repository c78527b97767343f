package jp.michishirube.workflow;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's own tables, made and brought up to date by the engine itself; the product's engine runs without the right to do so. */
public final class EngineSchema {

    private EngineSchema() {}

    /** @param database whose user may create tables */
    public static void update(DataSource database) {
        if (isCurrent(JdbcClient.create(database))) {
            return;
        }
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("schema");
        engine.setDataSource(database).setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false).setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY).setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.buildProcessEngine().close();
    }

    private static boolean isCurrent(JdbcClient jdbc) {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();
        return jdbc.sql("select to_regclass('act_ge_schema_log') is not null").query(Boolean.class).single()
                && jdbc.sql("select count(*) from act_ge_schema_log where version_ = ?").param(version).query(Integer.class).single() > 0;
    }
}
