package jp.michishirube.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks each night whether cases and engine still agree: a case that is open for ever without work is a person without a plan, and no
 * list shows it. Finds and tells; what to do is decided by people.
 */
@Component
class StrandedWork {

    private static final Logger LOG = LoggerFactory.getLogger(StrandedWork.class);

    /** Running lives of plans, with the id of the case that their key names. */
    private static final String LIVES = """
            with life as (
                select e.id_ id, d.key_ = 'plan-renewal' renews, e.suspension_state_ = 2 suspended, substring(e.business_key_ from '^case-([0-9]{1,18})$')::bigint case_id
                from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ in ('evacuation-plan', 'plan-renewal') and e.parent_id_ is null and e.super_exec_ is null)
            """;

    /** The morning timer of every case does not count: it runs as long as its process does. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "case-without-process", LIVES + """
                    select c.number, '' process from casefile.casefile c
                    where c.state = 'OPEN' and not exists (select 1 from life where life.case_id = c.id and not renews)
                    """,
            "renewal-without-process", LIVES + """
                    select c.number, '' process from renewal.renewal r join casefile.casefile c on c.id = r.case_id
                    where r.ended_at is null and not exists (select 1 from life where life.case_id = c.id and renews)
                    """,
            "case-without-work", LIVES + """
                    select c.number, life.id process from casefile.casefile c join life on life.case_id = c.id
                    where (c.state = 'OPEN' or renews) and not exists (select 1 from inbox.work_item w where w.case_id = c.id)
                      and not exists (select 1 from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_
                                      where j.root_proc_inst_id_ = life.id and coalesce(d.act_id_, '') not in ('MorningCame', 'RemindOfDueTimes'))
                    """,
            "work-without-task", """
                    select w.case_number as number, '' process from inbox.work_item w
                    where not exists (select 1 from act_ru_task t where t.id_ = w.task_id)
                    """,
            "process-without-case", LIVES + """
                    select coalesce(c.number, '') as number, life.id process from life left join casefile.casefile c on c.id = life.case_id
                    where c.id is null or not renews and c.state <> 'OPEN'
                        or renews and not exists (select 1 from renewal.renewal r where r.case_id = c.id and r.ended_at is null)
                    """,
            "process-suspended", LIVES + """
                    select coalesce(c.number, '') as number, life.id process from life left join casefile.casefile c on c.id = life.case_id
                    where life.suspended
                    """);

    private final JdbcClient jdbc;
    private final Clock clock;

    StrandedWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param kind       {@code case-without-process}, {@code renewal-without-process}, {@code case-without-work}, {@code work-without-task},
     *                   {@code process-without-case} or {@code process-suspended}
     * @param caseNumber empty where the process belongs to none
     */
    record Finding(String kind, String caseNumber, String processId) {}

    @Scheduled(cron = "0 20 4 * * *", zone = "Asia/Tokyo")
    void everyNight() {
        List<Finding> found = look();
        found.stream().collect(Collectors.groupingBy(Finding::kind)).forEach((kind, all) ->
                LOG.warn("{}: {} {}", kind, all.size(), all.stream().limit(100).map(f -> f.caseNumber().isEmpty() ? f.processId() : f.caseNumber()).toList()));
    }

    /** Looks now, and keeps what was found in place of what was found before. */
    @Transactional
    public List<Finding> look() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        // Two nodes look at the same minute: one after the other.
        jdbc.sql("insert into workflow.look (at) values (?) on conflict (one) do update set at = excluded.at").param(now).update();
        jdbc.sql("delete from workflow.finding").update();
        QUESTIONS.forEach((kind, question) -> jdbc.sql("insert into workflow.finding (kind, case_number, process_id, found_at) "
                        + "select :kind, found.number, found.process, :now from (" + question + ") found on conflict do nothing")
                .param("kind", kind).param("now", now).update());
        return last();
    }

    List<Finding> last() {
        return jdbc.sql("select kind, case_number, process_id from workflow.finding order by kind, case_number, process_id")
                .query(Finding.class).list();
    }

    Optional<Instant> lastLook() {
        return jdbc.sql("select at from workflow.look").query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }
}
