package jp.michishirube.roster.intake;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;

/** The engine with nothing around it: the same model, its steps empty, one transaction for each start. */
public final class BareEngine implements AutoCloseable {

    private static final int CHUNK = 500;

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

    /**
     * Starts cases as a team without a table of its own would: what lists show, filter and sort by stands in variables of the process, the
     * due time in the engine's task.
     *
     * @param cases variables of each; {@code due} becomes the due time of the first step
     */
    public void open(List<Map<String, Object>> cases) {
        for (int from = 0; from < cases.size(); from += CHUNK) {
            Map<String, Date> due = new HashMap<>();
            List<Map<String, Object>> chunk = cases.subList(from, Math.min(from + CHUNK, cases.size()));
            inOneTransaction(context -> chunk.forEach(variables -> {
                started++;
                Map<String, Object> all = new HashMap<>(variables);
                all.put("caseId", started);
                Date on = (Date) all.remove("due");
                due.put(engine.getRuntimeService().startProcessInstanceByKey("evacuation-plan", "case-" + started, all).getId(), on);
            }));
            inOneTransaction(context -> due.forEach((instance, on) -> context.getTaskManager().findTasksByProcessInstanceId(instance)
                    .forEach(task -> task.setDueDate(on))));
        }
    }

    private void inOneTransaction(Consumer<CommandContext> work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            work.accept(context);
            return null;
        });
    }

    /** The plainest query by process variable there is: twenty tasks of the office, as they come. */
    public int tasks(String office) {
        return engine.getTaskService().createTaskQuery().processVariableValueEquals("office", office).listPage(0, 20).size();
    }

    /**
     * A page of the office's list: the tasks that its care managers may or do work on, found and sorted by process variables, and what the page
     * shows read in one more query.
     *
     * @param by   the variable to sort by; null for the task's own due time
     * @param type of that variable
     * @return the case numbers, in the order of the page
     */
    public List<String> page(String office, String by, ValueType type, int size) {
        TaskQuery query = engine.getTaskService().createTaskQuery().processVariableValueEquals("office", office)
                .taskCandidateGroup("CARE_MANAGER").includeAssignedTasks();
        List<Task> tasks = (by == null ? query.orderByDueDate() : query.orderByProcessVariable(by, type)).asc().orderByTaskId().asc().listPage(0, size);
        Map<String, Map<String, Object>> shown = new HashMap<>();
        engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(tasks.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                .list().forEach(v -> shown.computeIfAbsent(v.getProcessInstanceId(), k -> new HashMap<>()).put(v.getName(), v.getValue()));
        return tasks.stream().map(t -> (String) shown.get(t.getProcessInstanceId()).get("number")).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
