package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Acts of people need a person, who has taken the step; and the same act twice is one. */
@ProductTest
class PeopleActTest {

    /** What the city's systems hand over; everything else that changes something is an act of a person. */
    private static final Set<String> HANDED_OVER = Set.of("/api/v1/roster-imports", "/api/v1/roster-imports/{id:\\d{1,18}}/confirmation",
            "/api/v1/consent-handovers", "/api/v1/events/{event:\\d{1,18}}/answers", "/api/v1/events/{event:\\d{1,18}}/answers/bulk", "/api/v1/telegrams", "/api/v1/disaster-signals");

    /** Reads, though it is posted: names of people stand in no address. */
    private static final Set<String> SEARCHES = Set.of("/api/v1/tasks/search", "/api/v1/places/search");
    private static final String[] ALL_SCOPES = {"tasks:read", "tasks:write", "cases:read", "plans:read", "consents:read", "consents:write", "roster:write"};
    private static final String YES = """
            {"decisions":[{"notice":{"id":"creation","version":1,"language":"ja"},"given":true}],"givenBy":"SELF",
             "channel":"ELECTRONIC","explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}""";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private WorkItems items;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    /** The routes are read from the product: a new act is in here without anyone remembering. */
    @Test
    void noSystemActsInAPersonsName() throws Exception {
        CaseFile file = loop.atReview();
        String task = items.find(file.id(), Step.REVIEW_PLAN).orElseThrow().taskId();
        List<String> done = new ArrayList<>();
        int tried = 0;
        for (var e : mapping.getHandlerMethods().entrySet()) {
            for (String pattern : e.getKey().getPatternValues()) {
                Set<RequestMethod> methods = e.getKey().getMethodsCondition().getMethods();
                if (!pattern.startsWith("/api/") || methods.contains(RequestMethod.GET) || HANDED_OVER.contains(pattern)
                        || SEARCHES.contains(pattern)) {
                    continue;
                }
                for (String act : pattern.contains("{act}") ? List.of("changed", "kept", "accept", "reply", "close") : List.of("")) {
                    String path = pattern.replaceAll("\\{(number|caseNumber)}", file.number().value()).replace("/tasks/{id}", "/tasks/" + task)
                            .replace("{act}", act).replaceAll("\\{[^/]*}", "1");
                    MockHttpServletResponse answer = mvc.perform(Asked.of(HttpMethod.valueOf(methods.iterator().next().name()), path, e.getValue())
                            .with(As.system(ALL_SCOPES))).andReturn().getResponse();
                    tried++;
                    if (answer.getStatus() != 403 || !answer.getContentAsString().contains("person-needed")) {
                        done.add(path + " answered " + answer.getStatus());
                    }
                }
            }
        }
        assertThat(done).isEmpty();
        assertThat(tried).isGreaterThan(9);
        assertThat(process.openSteps(file.id())).containsExactly(Step.REVIEW_PLAN);
    }

    @Test
    void aPersonsTokenGivesNoMoreThanTheRole() throws Exception {
        CaseFile file = newCase();
        RequestPostProcessor reviewer = As.review1Token("consents:write", "tasks:write", "roster:write");
        assertThat(call("/api/v1/cases/" + file.number() + "/consents", YES, null, reviewer).getStatus()).isEqualTo(403);
        assertThat(call("/api/v1/roster-imports/1/confirmation", "{}", null, reviewer).getStatus()).isEqualTo(403);
        assertThat(count(file)).isZero();
    }

    @Test
    void aStepThatNobodyTookIsNotCompleted() throws Exception {
        CaseFile file = loop.atInterview();
        String task = items.find(file.id(), Step.INTERVIEW_RESIDENT).orElseThrow().taskId();
        String refusal = "{\"outcome\":\"REFUSED\",\"input\":{\"reason\":\"unwanted\"}}";
        refused(call("/api/v1/tasks/" + task + "/complete", refusal, null, As.aoba1Token("tasks:write")), 409, "step-not-claimed");
        assertThat(call("/api/v1/tasks/" + task + "/claim", "", null, As.token("aoba2", "鈴木 健", "AOBA", Role.CARE_MANAGER, "tasks:write")).getStatus())
                .isEqualTo(200);
        refused(call("/api/v1/tasks/" + task + "/complete", refusal, null, As.aoba1Token("tasks:write")), 409, "step-of-colleague");
        MockHttpServletResponse page = mvc.perform(post("/cases/{n}/interview/result", file.number()).param("choice", "NOT_ELIGIBLE/age")
                .with(As.aoba1()).with(csrf())).andReturn().getResponse();
        assertThat(page.getStatus()).isIn(409, 422);
        assertThat(cases.get(file.id()).state().isEnded()).isFalse();
    }

    @Test
    void aPageDoesNotEndAColleaguesStepEither() throws Exception {
        CaseFile file = loop.atReview();
        String task = items.find(file.id(), Step.REVIEW_PLAN).orElseThrow().taskId();
        mvc.perform(post("/inbox/{t}/take", task).with(As.review2()).with(csrf()));
        MockHttpServletResponse page = mvc.perform(post("/cases/{n}/review/approve", file.number()).param("version", "1")
                .with(As.review1()).with(csrf())).andReturn().getResponse();
        assertThat(page.getContentAsString()).contains("さんが担当しています");
        assertThat(process.openSteps(file.id())).containsExactly(Step.REVIEW_PLAN);
    }

    @Test
    void theSameDecisionTwiceAtOnceIsOneRecord() throws Exception {
        CaseFile file = newCase();
        List<Integer> answers = twiceAtOnce(() -> call("/api/v1/cases/" + file.number() + "/consents", YES, null, As.aoba1Token("consents:write")).getStatus());
        assertThat(answers).containsOnly(201);
        assertThat(count(file)).isOne();
        assertThat(call("/api/v1/cases/" + file.number() + "/consents", YES, null, As.aoba1Token("consents:write")).getStatus()).isEqualTo(201);
        assertThat(count(file)).isOne();
    }

    @Test
    void aKeyMakesTwoCallsOne() throws Exception {
        CaseFile file = loop.atReview();
        String path = "/api/v1/cases/" + file.number() + "/messages";
        String key = "k-" + file.number();
        List<Integer> answers = twiceAtOnce(() -> call(path, "{\"text\":\"確認します\"}", key, As.review1Token("tasks:write")).getStatus());
        assertThat(answers).contains(201).isSubsetOf(201, 409);
        MockHttpServletResponse again = call(path, "{\"text\":\"確認します\"}", key, As.review1Token("tasks:write"));
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).contains("\"id\":");
        assertThat(messages(file)).isOne();
        refused(call(path, "{\"text\":\"別のこと\"}", key, As.review1Token("tasks:write")), 422, "idempotency-key-reused");
        refused(call(path, "{\"text\":\"?\"}", "x".repeat(201), As.review1Token("tasks:write")), 400, "idempotency-key-unreadable");
        assertThat(call(path, "{\"text\":\"確認します\"}", key, As.aoba1Token("tasks:write")).getStatus()).isEqualTo(201);
        assertThat(messages(file)).isEqualTo(2);
    }

    /** Else the lines of readings, and whoever lost a role or a scope, would be passed by for a day. */
    @Test
    void whatASearchFoundIsNotKept() throws Exception {
        String key = "s-" + System.nanoTime();
        String found = "select count(*) from privacy.list_read where list = 'tasks' and person_id = 'review1'";
        int before = jdbc.sql(found).query(Integer.class).single();
        for (int i = 0; i < 2; i++) {
            assertThat(call("/api/v1/tasks/search", "{\"tab\":\"office\"}", key, As.review1Token("tasks:read")).getStatus()).isEqualTo(200);
        }
        assertThat(jdbc.sql(found).query(Integer.class).single()).isEqualTo(before + 2);
        assertThat(call("/api/v1/tasks/search", "{\"tab\":\"office\"}", key, As.review1Token("cases:read")).getStatus()).isEqualTo(403);
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        CaseFile file = loop.atReview();
        String path = "/api/v1/cases/" + file.number() + "/messages";
        refused(call(path, "{\"text\":\"\"}", "r-" + file.number(), As.review1Token("tasks:write")), 422, "message-invalid");
        assertThat(call(path, "{\"text\":\"確認します\"}", "r-" + file.number(), As.review1Token("tasks:write")).getStatus()).isEqualTo(201);
    }

    private List<Integer> twiceAtOnce(Callable<Integer> act) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> f : two.invokeAll(List.of(act, act))) {
                answers.add(f.get());
            }
            return answers;
        } finally {
            two.shutdownNow();
        }
    }

    private MockHttpServletResponse call(String path, String body, String key, RequestPostProcessor who) throws Exception {
        var request = post(path).contentType("application/json").content(body).with(who);
        return mvc.perform(key == null ? request : request.header("Idempotency-Key", key)).andReturn().getResponse();
    }

    private static void refused(MockHttpServletResponse answer, int status, String kind) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString()).contains("/problems/" + kind);
    }

    private int count(CaseFile file) {
        return jdbc.sql("select count(*) from consent.record where resident_id = ?").param(file.resident().id()).query(Integer.class).single();
    }

    private int messages(CaseFile file) {
        return jdbc.sql("select count(*) from review.message where case_id = ?").param(file.id().value()).query(Integer.class).single();
    }

    private CaseFile newCase() {
        return open.open(new Resident(0, "ACT-" + java.util.UUID.randomUUID(), null, "行為 一郎", "コウイ イチロウ", java.time.LocalDate.of(1940, 3, 2), "男",
                "990-0001", "みちしるべ市青葉2丁目3番", "0990-00-0001", "青葉町"), "AOBA", 1);
    }
}
