package jp.michishirube.workflow;

import java.util.HashMap;
import java.util.Map;
import jp.michishirube.testing.Surroundings;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The engine alone on a real PostgreSQL, with the beans that a test gives to the models. */
final class BareEngine {

    private static ProcessEngine engine;
    private static final Map<Object, Object> BEANS = new HashMap<>();

    private BareEngine() {}

    /** One engine for all model tests; each sets the beans it wants before it starts an instance. */
    static synchronized ProcessEngine with(Map<String, Object> beans) {
        BEANS.clear();
        BEANS.putAll(beans);
        if (engine == null) {
            StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
            configuration.setProcessEngineName("models");
            configuration.setJdbcUrl(Surroundings.newDatabase()).setJdbcDriver("org.postgresql.Driver").setJdbcUsername("postgres")
                    .setJdbcPassword("postgres").setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                    .setJobExecutorActivate(false).setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
            configuration.setBeans(BEANS);
            configuration.setDefaultNumberOfRetries(1);
            configuration.setEnforceHistoryTimeToLive(true);
            engine = configuration.buildProcessEngine();
            engine.getRepositoryService().createDeployment().addClasspathResource("processes/evacuation-plan.bpmn")
                    .addClasspathResource("processes/plan-sharing.bpmn").addClasspathResource("processes/fact-retry.bpmn")
                    .addClasspathResource("processes/way-check.bpmn").addClasspathResource("processes/plan-renewal.bpmn").addClasspathResource("processes/disaster-event.bpmn").deploy();
        }
        return engine;
    }
}
