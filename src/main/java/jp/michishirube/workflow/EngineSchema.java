package jp.michishirube.workflow;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The engine's own tables, made and brought up to date by the engine itself. */
public final class EngineSchema {

    private EngineSchema() {}

    /** @param database whose user may create tables */
    public static void update(DataSource database) {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("schema");
        engine.setDataSource(database).setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false).setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY).setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.buildProcessEngine().close();
    }
}
