package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ContentScan;
import jp.michishirube.testing.Eventually;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A case whose plan holds values of other holders that stand nowhere else, and everything that could show them. */
@Component
class Planted {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final OpenCase open;
    private final CaseFiles cases;
    private final CaseProcess process;
    private final SharedPlans plans;
    private final OfferFacts facts;
    private final SubmitPlan submit;
    private final ApprovePlan approve;
    private final Loop loop;
    private final RecordConsent record;
    private final JdbcClient jdbc;

    Planted(OpenCase open, CaseFiles cases, CaseProcess process, SharedPlans plans, OfferFacts facts, SubmitPlan submit, ApprovePlan approve,
            Loop loop, RecordConsent record, JdbcClient jdbc) {
        this.open = open;
        this.cases = cases;
        this.process = process;
        this.plans = plans;
        this.facts = facts;
        this.submit = submit;
        this.approve = approve;
        this.loop = loop;
        this.record = record;
        this.jdbc = jdbc;
    }

    /** @param words what the holders said, and nobody else */
    record Case(CaseFile file, List<String> words) {

        /** The supporter whom the care circle app named. */
        String supporter() {
            return words.get(2);
        }
    }

    /** Consent given, at the interview, facts offered. */
    Case atInterview() {
        int n = NUMBERS.incrementAndGet();
        CaseFile file = open.open(new Resident(0, "PLANTED-" + n, "PLANTED-" + n, "試験 太郎", "シケン タロウ", LocalDate.of(1940, 3, 2), "男", "990-0001",
                "みちしるべ市青葉1-1", "0990-00-1234", "植付町"), "AOBA", 3);
        plans.says(file, "creation", true);
        until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        String mark = "%04d".formatted(n);
        List<String> words = List.of("0990-77-" + mark, "ペニシリ植" + mark, "植込 友" + mark, "0990-78-" + mark, "植木内科" + mark, "植錠" + mark);
        facts.offer(file.id(), Holder.CITY_OS, Instant.parse("2026-11-01T00:00:00Z"), 7L, json("{\"cityos.mobile\":\"" + words.get(0) + "\"}"));
        facts.offer(file.id(), Holder.CARE_CIRCLE, Instant.parse("2026-11-01T00:00:00Z"), 7L, json("""
                {"carecircle.allergies": "%s", "carecircle.clinic": "%s", "carecircle.medication": [{"name": "%s", "usage": "朝"}],
                 "carecircle.supporters": [{"party": "person", "name": "%s", "phone": "%s", "agreement": "agreed"}]}
                """.formatted(words.get(1), words.get(4), words.get(5), words.get(2), words.get(3))));
        return new Case(file, words);
    }

    /** Handed in by the office, which typed the rest. */
    Case atReview() {
        Case planted = atInterview();
        handIn(planted.file(), Step.INTERVIEW_RESIDENT);
        return planted;
    }

    void handIn(CaseFile file, Step step) {
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            return submit.submit(file.id(), step, null, "");
        });
    }

    void approve(CaseFile file, int version) {
        loop.as("review1", () -> approve.approve(file, version, null));
    }

    ObjectNode json(String text) {
        return (ObjectNode) loop.json(text);
    }

    /** The resident's newest case: after an end and a yes anew another one. */
    CaseFile latest(CaseFile file) {
        return cases.latestOf(file.resident().id()).orElseThrow();
    }

    boolean allows(CaseFile file) {
        return jdbc.sql("select count(*) from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING' and state in ('GIVEN', 'RENEWED')")
                .param(file.resident().id()).query(Integer.class).single() == 1;
    }

    int version(CaseFile file) {
        return jdbc.sql("select max(version) from plan.submission where case_id = ?").param(file.id().value()).query(Integer.class).single();
    }

    /** Says yes to the making of a plan, now. */
    void agree(CaseFile file) {
        loop.as("aoba1", () -> record.record(file.id(), new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef("creation", 1, "ja"), true, null)),
                GivenBy.SELF, null, null, null, Channel.ELECTRONIC, null, "佐藤 恵", Instant.now(), null)));
    }

    CaseFile now(CaseFile file) {
        return cases.get(file.id());
    }

    long standing(CaseFile file, String purpose) {
        return jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = ?").params(file.resident().id(), purpose)
                .query(Long.class).single();
    }

    static void until(BooleanSupplier reached) {
        Eventually.until(reached::getAsBoolean);
    }

    private static final List<String> MAIN = List.of("", "/plan", "/interview", "/timeline", "/consents");
    private static final List<String> OTHERS = List.of("/plan?version=1", "/plan/changes?from=1&to=1", "/plan.pdf", "/interview/submission", "/interview/result",
            "/review", "/review?version=1", "/remarks", "/messages", "/linkage", "/sharing", "/signature", "/access", "/route", "/diagram", "/prints", "/confirmation");

    /** Every page and answer of a case, or the main ones, as each of its readers gets it: path, then what it says. */
    static Map<String, String> answers(org.springframework.test.web.servlet.MockMvc mvc, CaseFile file, boolean every) throws Exception {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        List<String> pages = every ? java.util.stream.Stream.concat(MAIN.stream(), OTHERS.stream()).toList() : MAIN;
        for (String path : pages) {
            for (Map.Entry<String, RequestPostProcessor> reader : Map.of("office", As.aoba1(), "city", As.review1()).entrySet()) {
                all.put(reader.getKey() + " " + path, said(mvc.perform(get("/cases/" + file.number() + path).with(reader.getValue())).andReturn().getResponse()));
            }
        }
        for (String path : every ? List.of("", "/plan", "/plan.pdf", "/submissions", "/submissions/1", "/submissions/1/diff/1", "/remarks", "/messages", "/timeline",
                "/consents") : List.of("/plan", "/submissions")) {
            all.put("system " + path, said(mvc.perform(get("/api/v1/cases/" + file.number() + path)
                    .with(As.system("cases:read", "plans:read", "consents:read"))).andReturn().getResponse()));
        }
        return all;
    }

    private static String said(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isLessThan(500);
        return "application/pdf".equals(answer.getContentType()) ? ContentScan.text(answer.getContentAsByteArray()).replaceAll("\\s", "")
                : answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Which answers say one of the words. */
    static List<String> saying(Map<String, String> answers, List<String> words) {
        List<String> saying = new ArrayList<>();
        answers.forEach((path, text) -> words.stream().filter(w -> text.contains(w) || text.contains(w.replace(" ", "")))
                .forEach(w -> saying.add(path + ": " + w)));
        return saying;
    }

    void withdraw(org.springframework.test.web.servlet.MockMvc mvc, CaseFile file, String afterwards) throws Exception {
        assertThat(mvc.perform(post("/cases/{n}/consents/{id}/withdrawal", file.number(), standing(file, "PLAN_MAKING")).with(As.aoba1()).with(csrf())
                .param("givenBy", "SELF").param("channel", "ORAL").param("afterwards", afterwards)).andReturn().getResponse().getStatus()).isEqualTo(302);
    }
}
