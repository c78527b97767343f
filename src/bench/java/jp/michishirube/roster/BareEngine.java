package jp.michishirube.roster;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The engine with nothing around it: the same model, its steps empty, one transaction for each start. */
public final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private long started;

    /** What the model's beans answer here. */
    public static final class Empty {

        public String creation(Long caseId) {
            return "MISSING";
        }

        public String everyMorning(Long caseId) {
            return "R/2099-01-01T07:00:00/P1D";
        }

        public void remind(Long caseId) {}
    }

    public BareEngine(DataSource database) {
        StandaloneProcessEngineConfiguration config = new StandaloneProcessEngineConfiguration();
        config.setProcessEngineName("bare");
        config.setDataSource(database);
        config.setDatabaseSchemaUpdate("true");
        config.setHistory("activity");
        config.setJobExecutorActivate(false);
        config.setMetricsEnabled(false);
        Empty empty = new Empty();
        config.setBeans(Map.of("gate", empty, "reminders", empty));
        engine = config.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("processes/evacuation-plan.bpmn").deploy();
    }

    /** @return starts a second */
    double rate(int count) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            started++;
            engine.getRuntimeService().startProcessInstanceByKey("evacuation-plan", "case-" + started, Map.of("caseId", started));
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    /** Starts cases with the name of an office in a variable, as one would without a table of one's own. */
    public void open(int count, int offices) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            for (int i = 0; i < count; i++) {
                started++;
                engine.getRuntimeService().startProcessInstanceByKey("evacuation-plan", "case-" + started,
                        Map.of("caseId", started, "office", "office-" + i % offices));
            }
            return null;
        });
    }

    /** @return how many tasks stand on the office's first page, soonest due first */
    public int page(String office) {
        return engine.getTaskService().createTaskQuery().processVariableValueEquals("office", office).orderByDueDate().asc().listPage(0, 20).size();
    }

    @Override
    public void close() {
        engine.close();
    }
}
