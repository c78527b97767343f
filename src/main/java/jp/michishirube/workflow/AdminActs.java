package jp.michishirube.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What process admins did to the engine, and what they were refused; for the city's eyes. Where it touches a case, the case's timeline tells it too. */
@Component
class AdminActs {

    private static final int LONGEST_TARGET = 300;

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final Timeline timeline;
    private final WhoAmI who;
    private final Clock clock;

    AdminActs(JdbcClient jdbc, ManagementService management, RuntimeService runtime, Timeline timeline, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.runtime = runtime;
        this.timeline = timeline;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param act        {@code retry-job}, {@code suspend-instance} …; {@code refused} for what was not done
     * @param target     id of the job, definition or instance; for a refused call its method and path
     * @param caseNumber null where no single case is touched
     * @param done       whether the engine did it
     */
    record Line(Instant at, String name, String act, String target, String caseNumber, boolean done) {}

    /** @throws Problem {@code engine-target-gone} for a job, definition or instance that is done or never was */
    void mustExist(CockpitCall call) {
        boolean there = switch (call.act()) {
            case "retry-job", "suspend-job" -> management.createJobQuery().jobId(call.target()).count() > 0;
            case "retry-jobs", "suspend-jobs" -> management.createJobDefinitionQuery().jobDefinitionId(call.target()).count() > 0;
            default -> runtime.createProcessInstanceQuery().processInstanceId(call.target()).count() > 0;
        };
        if (!there) {
            throw Problem.notFound("engine-target-gone");
        }
    }

    /** Before the act. @return its line */
    @Transactional
    public long begin(String act, String target) {
        return insert(act, target, caseOf(act, target).map(CaseId::value).orElse(null));
    }

    /** After it; only now the timeline tells it. */
    @Transactional
    public void done(long line) {
        jdbc.sql("update workflow.admin_act set done = true where id = ?").param(line).update();
        jdbc.sql("select act, case_id from workflow.admin_act where id = ? and case_id is not null").param(line)
                .query((rs, n) -> Map.entry(rs.getString("act"), new CaseId(rs.getLong("case_id")))).optional()
                .ifPresent(e -> timeline.append(e.getValue(), "admin-act", Map.of("adminAct", e.getKey())));
    }

    @Transactional
    public void refused(String method, String path) {
        insert("refused", method + " " + path, null);
    }

    /** Newest first. */
    List<Line> page(int page, int size) {
        return jdbc.sql("""
                select a.*, c.number from workflow.admin_act a left join casefile.casefile c on c.id = a.case_id
                order by a.id desc limit ? offset ?
                """).param(size).param((long) page * size)
                .query((rs, n) -> new Line(rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getString("name"), rs.getString("act"),
                        rs.getString("target"), rs.getString("number"), rs.getBoolean("done"))).list();
    }

    private long insert(String act, String target, Long caseId) {
        Person me = who.me();
        return jdbc.sql("""
                insert into workflow.admin_act (at, person_id, name, act, target, case_id) values (?, ?, ?, ?, ?, ?) returning id
                """).params(OffsetDateTime.now(clock), me.id(), me.name(), act, cut(target), caseId).query(Long.class).single();
    }

    private Optional<CaseId> caseOf(String act, String target) {
        if (act.endsWith("-job")) {
            Job job = management.createJobQuery().jobId(target).singleResult();
            return Optional.ofNullable(job).map(Job::getProcessInstanceId).flatMap(this::caseOfInstance);
        }
        return act.endsWith("-instance") ? caseOfInstance(target) : Optional.empty();
    }

    private Optional<CaseId> caseOfInstance(String instance) {
        return Optional.ofNullable(runtime.createVariableInstanceQuery().processInstanceIdIn(instance).variableName("caseId").list())
                .filter(found -> !found.isEmpty()).map(found -> new CaseId(((Number) found.get(0).getValue()).longValue()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TARGET ? text : text.substring(0, LONGEST_TARGET);
    }
}
