package jp.michishirube.sharing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.EndCase;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans in force for tests of what comes after: handed in by the use cases, put in force without review, seal and signature. */
@Component
public class SharedPlans {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final OpenCase open;
    private final CaseFiles cases;
    private final CaseProcess process;
    private final RuntimeService runtime;
    private final RecordConsent record;
    private final Loop loop;
    private final SubmitPlan submit;
    private final SharePlan share;
    private final Deliveries deliveries;
    private final EndCase end;
    private final JdbcClient jdbc;

    SharedPlans(OpenCase open, CaseFiles cases, CaseProcess process, RuntimeService runtime, RecordConsent record, Loop loop,
            SubmitPlan submit, SharePlan share, Deliveries deliveries, EndCase end, JdbcClient jdbc) {
        this.open = open;
        this.cases = cases;
        this.process = process;
        this.runtime = runtime;
        this.record = record;
        this.loop = loop;
        this.submit = submit;
        this.share = share;
        this.deliveries = deliveries;
        this.end = end;
        this.jdbc = jdbc;
    }

    /** 隣 一郎 has agreed to be named, 頼み 二郎 has been asked. */
    public CaseFile inForce(String area) {
        return inForce(area, Map.of());
    }

    /** @param answers beside those that make the plan complete, as JSON by their addresses */
    public CaseFile inForce(String area, Map<String, String> answers) {
        CaseFile file = open.open(new Resident(0, "IN-FORCE-" + NUMBERS.incrementAndGet(), "MC-0001", "試験 太郎", "シケン タロウ",
                LocalDate.of(1940, 3, 2), "男", "990-0001", "みちしるべ市青葉1-1", "0242-12-3456", area), "AOBA", 3);
        says(file, "creation", true);
        await().atMost(Duration.ofSeconds(90)).until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        loop.as("aoba2", () -> {
            Map<String, JsonNode> all = loop.complete();
            all.put("/supporters/s2", loop.json("{\"party\":\"person\",\"name\":\"頼み 二郎\",\"phone\":\"0242-33-3333\",\"agreement\":\"asked\"}"));
            answers.forEach((address, json) -> all.put(address, loop.json(json)));
            loop.write(file, all);
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        runtime.createProcessInstanceQuery().processInstanceBusinessKey("case-" + file.id().value()).list()
                .forEach(p -> runtime.deleteProcessInstance(p.getId(), "put in force by the test"));
        end.end(file.id(), CaseState.IN_FORCE);
        return cases.get(file.id());
    }

    /** From the open interview to right before the gate of sharing; review, seal and signature are other tests' business. */
    public void signed(CaseFile file) {
        await().atMost(Duration.ofSeconds(90)).until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        var running = runtime.createProcessInstanceQuery().processDefinitionKey("evacuation-plan")
                .processInstanceBusinessKey("case-" + file.id().value()).singleResult();
        runtime.createProcessInstanceModification(running.getId()).cancelAllForActivity("ReviewPlan")
                .startBeforeActivity("CheckSharingConsent").execute();
    }

    public void says(CaseFile file, String notice, boolean given) {
        loop.as("aoba1", () -> record.record(file.id(), new ConsentGiven(
                List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), given, null)), GivenBy.SELF, null, null, null,
                Channel.ELECTRONIC, null, "佐藤 恵", Instant.parse("2026-06-05T01:00:00Z"), null)));
    }

    public void share(CaseFile file) {
        loop.as("aoba2", () -> share.begin(file.id()));
    }

    /** Shared with the care circle, and arrived there. */
    public CaseFile givenToTheCircle(String area) {
        CaseFile file = inForce(area);
        says(file, "giving", true);
        share(file);
        awaitState(file, Party.Kind.CARE_CIRCLE, "DELIVERED");
        return file;
    }

    /** Declared and confirmed for that 町, standing until closed. */
    public Disaster disasterIn(String area) {
        long id = jdbc.sql("""
                insert into consent.disaster (hazard, areas, starts_at, ends_at, ground, declared_by, declarer_name, declared_at,
                    confirmed_by, confirmer_name, confirmed_at)
                values ('flood', array[?], now() - interval '1 hour', now() + interval '1 hour', 'x', 'review1', 'x', now(),
                    'review2', 'y', now()) returning id
                """).param(area).query(Long.class).single();
        return new Disaster(id, jdbc);
    }

    public record Disaster(long id, JdbcClient jdbc) implements AutoCloseable {

        @Override
        public void close() {
            jdbc.sql("update consent.disaster set ended_by = 'review1', ended_at = now() where id = ?").param(id).update();
        }
    }

    /** Its version in force becomes one whose form nobody can read, as after a return to an older build; until {@link #readable}. */
    public void unreadable(CaseFile file, String form) {
        jdbc.sql("insert into plan.form (version, schema) values (?, '{\"properties\": 7}') on conflict do nothing").param(form).update();
        jdbc.sql("""
                insert into plan.submission (case_id, version, form_version, answers, provenance, submitted_at, submitted_by, by_name)
                select case_id, version + 1, ?, answers, provenance, submitted_at, submitted_by, by_name from plan.submission where case_id = ? order by version desc limit 1
                """).params(form, file.id().value()).update();
        jdbc.sql("insert into plan.in_force (case_id, version, since) select case_id, max(version), now() from plan.submission where case_id = ? group by case_id")
                .param(file.id().value()).update();
    }

    public void readable(CaseFile file, String form) {
        jdbc.sql("update plan.form set schema = (select f.schema from plan.form f join plan.submission s on s.form_version = f.version where s.case_id = ? order by s.version limit 1) where version = ?")
                .params(file.id().value(), form).update();
    }

    public void awaitState(CaseFile file, Party.Kind kind, String state) {
        await().atMost(Duration.ofSeconds(90)).until(() -> state(file, kind), state::equals);
    }

    public String state(CaseFile file, Party.Kind kind) {
        return delivery(file, kind).state().name();
    }

    /** By which the receiver knows the plan: {@code /plans/<key>} of the outside world's pages. */
    public String key(CaseFile file, Party.Kind kind) {
        return delivery(file, kind).key();
    }

    Delivery delivery(CaseFile file, Party.Kind kind) {
        return deliveries.of(file.id()).stream().filter(d -> d.recipient().party().kind() == kind).findFirst().orElseThrow();
    }
}
