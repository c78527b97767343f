package jp.michishirube.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharedPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People planted wherever pages show people: one whose plan waits for the city, one whose plan is in force and shared, one without an
 * office; on the roster, in files being imported, in the list of a declared disaster, with a consent that soon runs out.
 */
@Component
class Planted {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Loop loop;
    private final SubmitPlan submit;
    private final SharedPlans plans;
    private final OpenCase open;
    private final CaseFiles cases;
    private final JdbcClient jdbc;

    Planted(Loop loop, SubmitPlan submit, SharedPlans plans, OpenCase open, CaseFiles cases, JdbcClient jdbc) {
        this.loop = loop;
        this.submit = submit;
        this.plans = plans;
        this.open = open;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** @param name found in no other text */
    record Someone(CaseFile file, String name, long entry) {}

    /**
     * @param preview an import waiting for its confirmation
     * @param mapping an import whose columns are not matched yet
     * @param task    the review of the first, which a colleague has
     */
    record People(Someone atReview, Someone shared, Someone unassigned, long preview, long mapping, String task, long delivery, long record,
            String word) {

        List<Someone> all() {
            return List.of(atReview, shared, unassigned);
        }
    }

    People plant() {
        int n = NUMBERS.incrementAndGet();
        String word = "水無瀬" + "甲乙丙丁戊己庚辛".charAt(n - 1);
        CaseFile review = handedIn(n, "R", word + " 壱子");
        CaseFile shared = handedIn(n, "S", word + " 弐子");
        plans.says(shared, "giving", true);
        plans.says(shared, "sharing", true);
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(shared.id().value()).update();
        jdbc.sql("delete from inbox.work_item where case_id = ?").param(shared.id().value()).update();
        plans.share(shared);
        plans.awaitState(shared, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        jdbc.sql("update consent.standing set valid_until = now() + interval '9 days' where resident_id = ?").param(shared.resident().id()).update();
        CaseFile unassigned = open.open(new Resident(0, "PLANT-U" + n, null, word + " 参子", "ミナセ", LocalDate.of(1938, 4, 5), "女", "990-0001",
                "みちしるべ市青葉町9", "0242-00-0009", "青葉町"), null, 1);
        jdbc.sql("update casefile.casefile set priority = 0 where id = ?").param(unassigned.id().value()).update();
        List<Someone> all = new ArrayList<>();
        for (CaseFile file : List.of(review, shared, unassigned)) {
            all.add(new Someone(cases.get(file.id()), cases.get(file.id()).resident().name(), entry(cases.get(file.id()))));
        }
        String task = jdbc.sql("update inbox.work_item set assignee = 'review2' where case_id = ? and step = 'REVIEW_PLAN' returning task_id")
                .param(review.id().value()).query(String.class).single();
        return new People(all.get(0), all.get(1), all.get(2), preview(all), mapping(all), task,
                jdbc.sql("select max(id) from sharing.delivery where case_id = ? and state = 'DELIVERED'").param(shared.id().value()).query(Long.class).single(),
                jdbc.sql("select max(record_id) from consent.standing where resident_id = ?").param(shared.resident().id()).query(Long.class).single(),
                word);
    }

    private CaseFile handedIn(int n, String kind, String name) {
        CaseFile file = loop.atInterview();
        jdbc.sql("update casefile.resident set city_number = ?, name = ?, kana = 'ミナセ', city_os_id = 'MC-0001' where id = ?")
                .params("PLANT-" + kind + n, name, file.resident().id()).update();
        jdbc.sql("update inbox.work_item set resident_name = ?, resident_kana = 'ミナセ' where case_id = ?").params(name, file.id().value()).update();
        CaseFile renamed = cases.get(file.id());
        plans.says(renamed, "creation", true);
        loop.as("aoba2", () -> {
            Map<String, JsonNode> all = loop.complete();
            all.put("/resident/name", loop.json("\"" + name + "\""));
            loop.write(renamed, all);
            submit.submit(renamed.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        return renamed;
    }

    private long entry(CaseFile file) {
        return jdbc.sql("""
                insert into roster.entry (city_number, person_key, place_key, data, case_id, changed_at, priority)
                values (?, ?, ?, cast(? as jsonb), ?, now(), 1) returning id
                """).params(file.resident().cityNumber(), "p" + file.id().value(), "q" + file.id().value(), data(file), file.id().value())
                .query(Long.class).single();
    }

    private long preview(List<Someone> all) {
        long intake = intake("READY", "{\"WRONG\": 3}");
        int line = 1;
        for (Someone s : all) {
            jdbc.sql("""
                    insert into roster.intake_row (intake, line, verdict, city_number, data, problems, entry)
                    values (?, ?, 'WRONG', ?, cast(? as jsonb), cast(? as jsonb), ?)
                    """).params(intake, ++line, s.file().resident().cityNumber(), data(s.file()),
                    "[{\"column\":\"name\",\"value\":\"" + s.name() + "\",\"kind\":\"name\"}]", s.entry()).update();
        }
        return intake;
    }

    private long mapping(List<Someone> all) {
        long intake = intake("MAPPING", "{}");
        int line = 1;
        for (Someone s : all) {
            jdbc.sql("insert into roster.raw_row (intake, line, cells) values (?, ?, ?)").params(intake, ++line, "[\"" + s.name() + "\"]").update();
        }
        return intake;
    }

    private long intake(String state, String counts) {
        return jdbc.sql("""
                insert into roster.intake (kind, state, full_list, file_name, sha256, header, header_line, mapping, counts, received_at, checked_at, received_by, received_name)
                values ('RESIDENTS', ?, false, 'a.csv', 'x', '["氏名"]', 1, '{"asIs": true, "uses": [{"column": 0, "heading": "氏名", "target": "name"}]}', cast(? as jsonb), now(), now(), 'roster1', '加藤 浩') returning id
                """).params(state, counts).query(Long.class).single();
    }

    private static String data(CaseFile file) {
        return "{\"name\":\"" + file.resident().name() + "\",\"kana\":\"ミナセ\",\"birthDate\":\"1938-04-05\",\"area\":\"青葉町\"}";
    }

}
