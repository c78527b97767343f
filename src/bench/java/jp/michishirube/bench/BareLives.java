package jp.michishirube.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.michishirube.testing.Surroundings;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** The same models on the bare engine with empty steps: what nobody can be faster than. */
final class BareLives {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final ProcessEngine engine;
    private final int deliveries;

    /** Answers the gates as a resident who agrees on the second asking; everything else does nothing. */
    public static final class Nothing {
        private final ThreadLocal<Integer> asked = ThreadLocal.withInitial(() -> 0);

        public String creation(Long caseId) {
            return ask();
        }

        public String sharing(Long caseId) {
            return ask();
        }

        public boolean check(Long id) {
            return true;
        }

        public boolean confirmation() {
            return false;
        }

        public String reviewers() {
            return "REVIEWER";
        }

        public String everyMorning(Long caseId) {
            return "0 0 8 * * ?";
        }

        public void collect(Long caseId) {}

        public void seal(Long caseId) {}

        public void begin(Long caseId) {}

        public void deliver(Long id) {}

        public void recordDisclosure(Long id) {}

        public void ended(Long caseId, String state) {}

        private String ask() {
            int n = asked.get();
            asked.set(n + 1);
            return n % 2 == 0 ? "MISSING" : "GIVEN";
        }
    }

    BareLives(int deliveries, int pool) {
        this.deliveries = deliveries;
        Nothing nothing = new Nothing();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(Surroundings.newDatabase()).setJdbcDriver("org.postgresql.Driver").setJdbcUsername("postgres")
                .setJdbcPassword("postgres").setJdbcMaxActiveConnections(pool)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false).setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        configuration.setBeans(new java.util.HashMap<>(Map.of("gate", nothing, "completeness", nothing, "steps", nothing, "facts", nothing,
                "sealing", nothing, "sharing", nothing, "delivery", nothing, "ending", nothing, "reminders", nothing)));
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationEnabled(false);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("processes/evacuation-plan.bpmn")
                .addClasspathResource("processes/plan-sharing.bpmn").deploy();
    }

    void live() {
        long caseId = NUMBER.incrementAndGet();
        ProcessInstance plan = engine.getRuntimeService().startProcessInstanceByKey("evacuation-plan", "case-" + caseId, Map.of("caseId", caseId));
        complete(plan, "RECORDED");
        background(plan, "CollectLinkedFacts");
        complete(plan, "SUBMITTED");
        complete(plan, "APPROVED");
        background(plan, "SealApprovedPlan");
        complete(plan, "SIGNED");
        complete(plan, "RECORDED");
        for (int i = 0; i < deliveries; i++) {
            ProcessInstance sharing = engine.getRuntimeService().startProcessInstanceByKey("plan-sharing", Map.of("caseId", caseId, "deliveryId", caseId));
            background(sharing, "DeliverPlan");
        }
        if (engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(plan.getId()).count() > 0) {
            throw new IllegalStateException("not ended");
        }
    }

    private void complete(ProcessInstance plan, String outcome) {
        List<Task> open = engine.getTaskService().createTaskQuery().processInstanceId(plan.getId()).list();
        engine.getTaskService().complete(open.get(0).getId(), Map.of("outcome", outcome));
    }

    private void background(ProcessInstance instance, String node) {
        Job job = engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).activityId(node).singleResult();
        engine.getManagementService().executeJob(job.getId());
    }
}
