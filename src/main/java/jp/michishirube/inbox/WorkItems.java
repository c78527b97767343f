package jp.michishirube.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.michishirube.casefile.CaseAssigned;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open steps of all cases, kept by the engine's listener within the engine's transaction. */
@Repository
public class WorkItems {

    /** Steps that only come about because something was sent back. */
    private static final Set<Step> RETURNED = Set.of(Step.REVISE_PLAN);
    /** Checks of a plan: when one comes again, the plan was sent back in between. */
    private static final Set<Step> CHECKS = Set.of(Step.REVIEW_PLAN, Step.CONFIRM_PLAN);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseSteps steps;

    WorkItems(JdbcClient jdbc, Clock clock, CaseSteps steps) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * Puts the step into its party's list.
     *
     * @return who had this case last on the same side and should have it again; empty when nobody
     */
    public Optional<String> open(String taskId, CaseFile c, Step step, Instant dueAt) {
        Instant now = clock.instant();
        String party = steps.party(step).name();
        Optional<Past> first = jdbc.sql("""
                select min(created_at) first_seen,
                       (array_agg(assignee order by ended_at desc) filter (where assignee is not null
                            and office is not distinct from :office and step = any(:own)))[1] last_assignee
                from inbox.past_item where case_id = :case and party = :party
                """).param("case", c.id().value()).param("party", party).param("office", c.office())
                .param("own", ownSteps(step)).query((rs, n) -> new Past(instant(rs, "first_seen"), rs.getString("last_assignee"))).optional();
        Instant since = first.map(Past::firstSeen).orElse(now);
        insert(List.of(new Opened(taskId, c, step, dueAt)), now, since == null ? now : since);
        return first.map(Past::lastAssignee);
    }

    /** A step that has come about. */
    public record Opened(String taskId, CaseFile caseFile, Step step, Instant dueAt) {}

    /** First steps of cases that have just begun: nobody had them before. */
    public void openFirst(List<Opened> opened) {
        Instant now = clock.instant();
        insert(opened, now, now);
    }

    private void insert(List<Opened> opened, Instant now, Instant since) {
        jdbc.sql("""
                insert into inbox.work_item (task_id, case_id, case_number, resident_name, resident_kana, area, step, party, office,
                                             priority, created_at, due_at, waiting_since, returned)
                select task, case_id, number, name, kana, area, step, party, office, priority, :now, cast(due as timestamptz), :since,
                       step = any(:returned) or step = any(:checks) and exists (select 1 from inbox.past_item p
                           where p.case_id = o.case_id and p.step = o.step)
                from unnest(:task, :case, :number, :name, :kana, :area, :step, :party, :office, :priority, :due)
                    as o(task, case_id, number, name, kana, area, step, party, office, priority, due)
                """)
                .param("task", column(opened, Opened::taskId))
                .param("case", opened.stream().map(o -> o.caseFile().id().value()).toArray(Long[]::new))
                .param("number", column(opened, o -> o.caseFile().number().value()))
                .param("name", column(opened, o -> o.caseFile().resident().name()))
                .param("kana", column(opened, o -> o.caseFile().resident().kana()))
                .param("area", column(opened, o -> o.caseFile().resident().area()))
                .param("step", column(opened, o -> o.step().name())).param("party", column(opened, o -> steps.party(o.step()).name()))
                .param("office", column(opened, o -> o.caseFile().office()))
                .param("priority", opened.stream().map(o -> o.caseFile().priority()).toArray(Integer[]::new))
                .param("due", column(opened, o -> o.dueAt().toString())).param("now", utc(now)).param("since", utc(since))
                .param("returned", names(RETURNED)).param("checks", names(CHECKS)).update();
    }

    private static String[] names(Set<Step> steps) {
        return steps.stream().map(Enum::name).toArray(String[]::new);
    }

    private static String[] column(List<Opened> opened, Function<Opened, String> value) {
        return opened.stream().map(value).toArray(String[]::new);
    }

    /** A review goes back to its reviewer, not to the leader of an office who happened to work on another step. */
    private String[] ownSteps(Step step) {
        return java.util.Arrays.stream(Step.values()).filter(s -> steps.workers(s).equals(steps.workers(step)))
                .map(Enum::name).toArray(String[]::new);
    }

    public void assign(String taskId, String personId) {
        jdbc.sql("update inbox.work_item set assignee = ? where task_id = ?").param(personId).param(taskId).update();
    }

    /** Takes the step out of the lists; what it was stays readable as a past one. */
    public void close(String taskId, String outcome) {
        jdbc.sql("""
                with gone as (delete from inbox.work_item where task_id = :task returning *)
                insert into inbox.past_item (task_id, case_id, step, party, office, assignee, created_at, ended_at, outcome)
                select task_id, case_id, step, party, office, assignee, created_at, :now, :outcome from gone
                """).param("task", taskId).param("now", utc(clock.instant())).param("outcome", outcome).update();
    }

    public Optional<WorkItem> find(CaseId caseId, Step step) {
        return jdbc.sql("select * from inbox.work_item where case_id = ? and step = ?").param(caseId.value()).param(step.name())
                .query((rs, n) -> row(rs)).optional();
    }

    public Optional<WorkItem> find(String taskId) {
        return jdbc.sql("select * from inbox.work_item where task_id = ?").param(taskId).query((rs, n) -> row(rs)).optional();
    }

    public List<WorkItem> of(CaseId caseId) {
        return jdbc.sql("select * from inbox.work_item where case_id = ?").param(caseId.value()).query((rs, n) -> row(rs)).list();
    }

    /** The open work goes with the case; the former office no longer sees it. */
    @EventListener
    void on(CaseAssigned moved) {
        jdbc.sql("update inbox.work_item set office = ?, assignee = case when party = 'OFFICE' then null else assignee end where case_id = ?")
                .param(moved.office()).param(moved.caseId().value()).update();
    }

    static WorkItem row(ResultSet rs) throws SQLException {
        return new WorkItem(rs.getString("task_id"), new CaseId(rs.getLong("case_id")), rs.getString("case_number"),
                rs.getString("resident_name"), rs.getString("resident_kana"), rs.getString("area"), Step.valueOf(rs.getString("step")),
                rs.getString("party"), rs.getString("office"), rs.getString("assignee"), rs.getInt("priority"),
                instant(rs, "created_at"), instant(rs, "due_at"), instant(rs, "waiting_since"), rs.getObject("paused_at") != null,
                rs.getBoolean("returned"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private record Past(Instant firstSeen, String lastAssignee) {}
}
