package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.ProtectResident;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The work list over HTTP: each test has an office and people of its own. */
@ProductTest
class InboxTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NO_TASK = "00000000-0000-0000-0000-000000000000";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase openCase;
    @Autowired private Offices offices;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;
    @Autowired private ProtectResident protect;

    private final String office = "IB" + NUMBER.incrementAndGet();

    private RequestPostProcessor worker(String id, Role... roles) {
        offices.put(new Office(office, office + "事業所", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, null));
        Role[] all = roles.length == 0 ? new Role[] {Role.CARE_MANAGER} : roles;
        people.remember(new Person(office + id, "試験 " + id, Set.of(all), office, false), null);
        return As.person(office + id, "試験 " + id, office, all);
    }

    private CaseFile open(String name, String kana, String area, int priority) {
        return openCase.open(new Resident(0, office + "-" + NUMBER.incrementAndGet(), null, name, kana, LocalDate.of(1940, 1, 1), "女", "",
                area + "1", "", area), office, priority);
    }

    private String taskOf(CaseFile c) {
        return jdbc.sql("select task_id from inbox.work_item where case_id = ?").param(c.id().value()).query(String.class).single();
    }

    private String page(String address, RequestPostProcessor who) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(java.net.URI.create(address)).with(who)).andReturn().getResponse();
        return answer.getStatus() == 302 ? page(answer.getRedirectedUrl(), who) : answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcResult acted(RequestPostProcessor who, String act, String to, String... tasks) throws Exception {
        var request = post("/inbox/many").param("act", act).param("task", tasks).with(who).with(csrf());
        return mvc.perform(to == null ? request : request.param("to", to)).andReturn();
    }

    private MockHttpServletResponse act(RequestPostProcessor who, String act, String to, String... tasks) throws Exception {
        return acted(who, act, to, tasks).getResponse();
    }

    private static List<String> numbers(String page) {
        Matcher rows = Pattern.compile("<tr[^>]* id=\"c-([^\"]+)\"").matcher(page);
        return rows.results().map(r -> r.group(1)).toList();
    }

    private List<String> found(RequestPostProcessor who, String parameters) throws Exception {
        return numbers(page("/inbox?tab=office&" + parameters, who));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void everyFilterFindsWhatItSays() throws Exception {
        RequestPostProcessor me = worker("a");
        CaseFile hana = open("髙橋 ハナ", "タカハシ ハナ", "試験桜町", 1);
        CaseFile taro = open("𠮷田 太郎", "ヨシダ タロウ", "試験川町", 5);
        String first = hana.number().value();
        String second = taro.number().value();
        jdbc.sql("update inbox.work_item set due_at = ?::timestamptz, waiting_since = now() - interval '10 days', step = 'SIGN_PLAN' where case_id = ?")
                .params("2031-03-05T20:00:00+09:00", taro.id().value()).update();
        for (String typed : List.of("高橋", "髙橋ハナ", "たかはし", "ﾀｶﾊｼ ﾊﾅ", first)) {
            assertThat(found(me, "q=" + encoded(typed))).as(typed).containsExactly(first);
        }
        assertThat(found(me, "q=" + encoded("吉田　太郎"))).containsExactly(second);
        assertThat(found(me, "area=" + encoded("試験桜町"))).containsExactly(first);
        assertThat(found(me, "priority=5")).containsExactly(second);
        assertThat(found(me, "step=SIGN_PLAN")).containsExactly(second);
        assertThat(found(me, "waitingDays=10")).containsExactly(second);
        assertThat(found(me, "dueFrom=2031-03-05&dueTo=2031-03-05")).containsExactly(second);
        assertThat(found(me, "dueTo=2031-03-04")).containsExactly(first);
        assertThat(found(me, "assignee=" + office + "a")).isEmpty();
        act(me, "take", null, taskOf(hana));
        assertThat(found(me, "assignee=" + office + "a")).containsExactly(first);
        assertThat(page("/inbox", me)).as("a person with work begins with it").containsPattern("tab=mine[^\"]*\" aria-current=\"page\"");
    }

    @Test
    void pagesFollowEachOtherInBothDirectionsWithoutLossOrRepetition() throws Exception {
        RequestPostProcessor me = worker("a");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            all.add(open("頁 " + i, "ページ " + (i % 7), "試験頁町", 1 + i % 3).number().value());
        }
        for (String order : List.of("due", "waiting", "priority", "name", "number")) {
            for (String direction : List.of("", "desc")) {
                List<String> seen = new ArrayList<>();
                String next = "/inbox?tab=office&order=" + order + "&direction=" + direction;
                while (next != null) {
                    String page = page(next, me);
                    seen.addAll(numbers(page));
                    Matcher link = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
                    next = link.find() ? link.group(1).replace("&amp;", "&") : null;
                }
                assertThat(seen).as(order + " " + direction).hasSize(45).containsExactlyInAnyOrderElementsOf(all);
            }
        }
        assertThat(found(me, "order=number")).startsWith(all.get(0));
        assertThat(found(me, "order=number&direction=desc")).startsWith(all.get(44));
    }

    @Test
    void aNameStandsInNoAddress() throws Exception {
        RequestPostProcessor me = worker("a");
        for (int i = 0; i < 25; i++) {
            open("検索 ハナコ" + i, "ケンサク ハナコ", "試験町", 3);
        }
        var search = post("/inbox/search").param("tab", "office").param("order", "name").param("q", "検索 ハナコ").param("step", "").with(me).with(csrf());
        String address = mvc.perform(search).andReturn().getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/inbox?tab=office&").contains("order=name", "search=").doesNotContain("q=", "%E6");
        String page = page(address, me);
        assertThat(numbers(page)).hasSize(20);
        for (Matcher link = Pattern.compile("(?:href|action|value)=\"([^\"]*(?:inbox|tab=)[^\"]*)\"").matcher(page); link.find();) {
            assertThat(java.net.URLDecoder.decode(link.group(1), StandardCharsets.UTF_8)).doesNotContain("検索", "ケンサク", "q=");
        }
        Matcher next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
        assertThat(next.find()).isTrue();
        assertThat(numbers(page(next.group(1).replace("&amp;", "&"), me))).hasSize(5);
        assertThat(mvc.perform(get(java.net.URI.create("/inbox?tab=office&q=" + encoded("検索"))).with(me)).andReturn().getResponse().getRedirectedUrl())
                .startsWith("/inbox?tab=office&search=");
        assertThat(mvc.perform(get(address).with(worker("b"))).andReturn().getResponse().getStatus()).as("another person's search").isEqualTo(404);
        mvc.perform(post("/inbox/filters").param("name", "ハナコさん").param("query", address.substring("/inbox?".length())).with(me).with(csrf()));
        jdbc.sql("delete from casefile.kept_search where person = ?").param(office + "a").update();
        Matcher saved = Pattern.compile("href=\"(/inbox[^\"]*)\">ハナコさん").matcher(page("/inbox?tab=office", me));
        assertThat(saved.find()).isTrue();
        assertThat(saved.group(1)).contains("search=").doesNotContain("q=");
        assertThat(numbers(page(saved.group(1).replace("&amp;", "&"), me))).hasSize(20);
    }

    /** A provider's subject or username may be somebody's name or mail address. */
    @Test
    void aColleagueStandsInNoAddress() throws Exception {
        RequestPostProcessor me = worker("a");
        worker("b");
        CaseFile hana = open("宛先 ハナ", "アテサキ ハナ", "試験町", 3);
        act(me, "hand", office + "b", taskOf(hana));
        String address = mvc.perform(post("/inbox/search").param("tab", "office").param("assignee", office + "b").with(me).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/inbox?tab=office&whose=").doesNotContain(office + "b");
        String page = page(address, me);
        assertThat(numbers(page)).containsExactly(hana.number().value());
        for (Matcher link = Pattern.compile("(?:href|action|value)=\"([^\"]*(?:inbox|tab=)[^\"]*)\"").matcher(page); link.find();) {
            assertThat(link.group(1)).doesNotContain(office + "b");
        }
        assertThat(mvc.perform(get(java.net.URI.create("/inbox?assignee=" + office + "b")).with(me)).andReturn().getResponse().getRedirectedUrl()).startsWith("/inbox?whose=");
        mvc.perform(post("/inbox/filters").param("name", "同僚").param("query", address.substring("/inbox?".length())).with(me).with(csrf()));
        jdbc.sql("delete from casefile.kept_search where person = ?").param(office + "a").update();
        Matcher saved = Pattern.compile("href=\"(/inbox[^\"]*)\">同僚").matcher(page("/inbox?tab=office", me));
        assertThat(saved.find()).isTrue();
        assertThat(numbers(page(saved.group(1).replace("&amp;", "&"), me))).containsExactly(hana.number().value());
        assertThat(mvc.perform(get("/api/v1/tasks").param("assignee", office + "b").with(jp.michishirube.testing.As.system("tasks:read"))).andReturn().getResponse().getContentAsString())
                .contains("names-not-in-addresses");
    }

    @Test
    void aProgramPostsANameToo() throws Exception {
        worker("a");
        CaseFile hana = open("番組 ハナ", "バングミ ハナ", "試験町", 3);
        RequestPostProcessor system = jp.michishirube.testing.As.system("tasks:read");
        assertThat(mvc.perform(get("/api/v1/tasks?tab=waiting").param("q", "番組 ハナ").with(system)).andReturn().getResponse().getStatus()).isEqualTo(400);
        MockHttpServletResponse answer = mvc.perform(post("/api/v1/tasks/search").contentType("application/json").content("{\"tab\":\"waiting\",\"q\":\"番組 ハナ\",\"office\":\""
                + office + "\"}").with(system)).andReturn().getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(hana.number().value());
        assertThat(mvc.perform(get("/api/v1/tasks?tab=waiting&q=" + hana.number()).with(system)).andReturn().getResponse().getContentAsString()).contains(hana.number().value());
    }

    @Test
    void aForeignTaskAnswersLikeOneThatNeverWas() throws Exception {
        RequestPostProcessor me = worker("a");
        CaseFile foreign = openCase.open(new Resident(0, office + "-X", null, "他所 花", "タショ ハナ", LocalDate.of(1940, 1, 1), "女", "", "", "", ""), "CHUO", 3);
        for (String path : List.of("/inbox/%s/take", "/inbox/%s/take-over", "/inbox?tab=office&order=name&after=|%s")) {
            List<String> answers = new ArrayList<>();
            for (String task : List.of(taskOf(foreign), NO_TASK)) {
                String address = path.formatted(task);
                MockHttpServletResponse answer = mvc.perform((path.endsWith("take") ? post(address) : get(address)).with(me).with(csrf())).andReturn().getResponse();
                answers.add(answer.getStatus() + answer.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?s).*<main|</main>.*", "").replace(task, ""));
            }
            assertThat(answers.get(0)).as(path).startsWith("409").isEqualTo(answers.get(1));
        }
        String task = taskOf(foreign);
        for (String act : List.of("approve", "take", "give-back", "hand")) {
            assertThat(told(acted(me, act, office + "a", task), task)).as(act).doesNotContain(foreign.number().value())
                    .isEqualTo(told(acted(me, act, office + "a", NO_TASK), NO_TASK));
        }
        assertThat(told(acted(me, "take-over", null, task + "|x"), task)).isEqualTo(told(acted(me, "take-over", null, NO_TASK + "|x"), NO_TASK))
                .doesNotContain(foreign.number().value());
        assertThat(told(mvc.perform(get("/inbox/take-over").param("task", task).with(me)).andReturn(), task))
                .isEqualTo(told(mvc.perform(get("/inbox/take-over").param("task", NO_TASK).with(me)).andReturn(), NO_TASK)).startsWith("302 /inbox ");
    }

    /** For the API's callers as well, and for whom no step of any case is work. */
    @Test
    void aProgramIsToldOfAForeignTaskWhatItIsToldOfNone() throws Exception {
        worker("a");
        String task = taskOf(open("他所 月", "タショ ツキ", "試験町", 3));
        for (RequestPostProcessor caller : List.of(As.token("machi1", "斎藤 一郎", null, Role.NEIGHBOURHOOD_LEADER, "tasks:write"),
                As.token("admin1", "吉田 管理", null, Role.PROCESS_ADMIN, "tasks:write"), As.token("chuo1", "他所 員", "CHUO", Role.CARE_MANAGER, "tasks:write"),
                As.token("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER, "tasks:write"))) {
            for (String call : List.of("claim", "complete")) {
                for (String body : List.of("{}", "{\"outcome\":\"" + jp.michishirube.casefile.Outcome.values()[0] + "\"}")) {
                    MvcResult real = mvc.perform(post("/api/v1/tasks/{t}/" + call, task).contentType("application/json").content(body).with(caller)).andReturn();
                    MvcResult none = mvc.perform(post("/api/v1/tasks/{t}/" + call, NO_TASK).contentType("application/json").content(body).with(caller)).andReturn();
                    assertThat(told(real, task)).as(call + body).isEqualTo(told(none, NO_TASK)).startsWith(call.equals("complete") && body.equals("{}") ? "400" : "409");
                }
            }
        }
    }

    /** All that is told: status, where to go, what is shown there once, and the body of a program's answer. */
    private static String told(MvcResult answer, String task) throws Exception {
        MockHttpServletResponse response = answer.getResponse();
        return (response.getStatus() + " " + response.getRedirectedUrl() + " " + new java.util.TreeMap<>(answer.getFlashMap())
                + response.getContentAsString(StandardCharsets.UTF_8)).replace(task, "").replaceAll("\"instance\":\"[^\"]*\"|\"requestNumber\":\"[^\"]*\"", "");
    }

    /** A 民生委員 works for the city without being its staff: people are in that list by a step to confirm, and by nothing else. */
    @Test
    void aCommissionerSeesNobodyButThoseToConfirm() throws Exception {
        worker("w");
        CaseFile file = open("隠岐 " + office, "オキ", "若草町", 5);
        RequestPostProcessor commissioner = As.person("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER);
        for (String tab : new String[] {"mine", "office", "unclaimed", "returned", "overdue", "soon", "waiting"}) {
            for (String list : new String[] {"/inbox", "/inbox.csv"}) {
                assertThat(page(list + "?tab=" + tab + "&q=" + file.number(), commissioner)).as(list + " " + tab).doesNotContain("隠岐");
            }
        }
        assertThat(page("/inbox?tab=waiting&q=" + file.number(), As.review1())).as("staff of the city see whom they wait for").contains("隠岐");
        jdbc.sql("update inbox.work_item set party = 'COMMISSIONER' where case_id = ?").param(file.id().value()).update();
        assertThat(page("/inbox?tab=office&q=" + file.number(), commissioner)).contains("隠岐");
    }

    @Test
    void theChoiceOfAreasNamesNoneWhereAProtectedPersonAloneLives() throws Exception {
        worker("p");
        String area = "隠し" + NUMBER.incrementAndGet() + "町";
        CaseFile file = open("隠岐 " + office, "オキ", area, 5);
        for (String list : new String[] {"/inbox?tab=waiting", "/cases"}) {
            assertThat(page(list, As.review1())).as(list + " before").contains(area);
        }
        protect.byRoster(List.of(file.resident().id()));
        for (String list : new String[] {"/inbox?tab=waiting", "/cases"}) {
            assertThat(page(list, As.review1())).as(list).doesNotContain(area);
        }
    }

    @Test
    void whatNobodyWroteIsRefused() throws Exception {
        RequestPostProcessor me = worker("a");
        for (String bad : List.of("step=NONE", "priority=x", "dueFrom=yesterday", "dueFrom=-999999999-01-01", "dueTo=%2B999999999-12-31", "dueTo=-0001-01-01",
            "after=x", "after=yesterday%7C1", "order=priority&after=x%7C1")) {
            assertThat(mvc.perform(get("/inbox?tab=office&" + bad.replace("%7C", "|")).with(me)).andReturn().getResponse().getStatus()).as(bad).isEqualTo(400);
        }
        assertThat(mvc.perform(get("/inbox?waitingDays=999999999").with(me)).andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void aCaseIsNewUntilOpenedAndChangedWhenSomebodyElseDidSomething() throws Exception {
        RequestPostProcessor me = worker("a");
        RequestPostProcessor leader = worker("b", Role.CARE_MANAGER, Role.OFFICE_LEADER);
        CaseFile c = open("未読 試験", "ミドク シケン", "試験未読町", 3);
        assertThat(page("/inbox?tab=office", me)).contains("未読</span>").doesNotContain("更新あり");
        page("/cases/" + c.number(), me);
        assertThat(page("/inbox?tab=office", me)).doesNotContain(">未読</span>").doesNotContain("更新あり");
        act(me, "take", null, taskOf(c));
        assertThat(page("/inbox?tab=office", me)).as("one's own act is no news").doesNotContain("更新あり");
        act(leader, "hand", office + "b", taskOf(c));
        assertThat(page("/inbox?tab=office", me)).contains("更新あり");
    }

    @Test
    void columnsAndKeysAreKeptForThePerson() throws Exception {
        RequestPostProcessor me = worker("a");
        open("表示 試験", "ヒョウジ シケン", "試験表示町", 3);
        assertThat(page("/inbox?tab=office", me)).contains("data-label=\"優先度\"", "data-keys=\"true\"");
        mvc.perform(post("/inbox/columns").param("column", "number", "due").param("back", "/inbox?tab=office").with(me).with(csrf()));
        assertThat(page("/inbox?tab=office", me)).contains("data-label=\"案件番号\"", "data-label=\"期限\"", "data-keys=\"false\"")
                .doesNotContain("data-label=\"優先度\"").doesNotContain("data-label=\"担当者\"");
        assertThat(page("/inbox?tab=office", worker("b"))).contains("data-label=\"優先度\"");
    }

    @Test
    void filtersWithANameLeadBackToTheSameList() throws Exception {
        RequestPostProcessor me = worker("a");
        mvc.perform(post("/inbox/filters").param("name", "急ぎ").param("query", "tab=office&order=due&priority=1").with(me).with(csrf()));
        assertThat(page("/inbox", me)).contains("/inbox?tab=office&amp;order=due&amp;priority=1", ">急ぎ</a>");
        assertThat(mvc.perform(post("/inbox/filters").param("name", "x").param("query", "tab=office\r\nLocation: http://evil").with(me).with(csrf()))
                .andReturn().getResponse().getRedirectedUrl()).startsWith("/inbox?").doesNotContain("\n", "//");
        assertThat(page("/inbox", worker("b"))).doesNotContain(">急ぎ</a>");
    }

    @Test
    void theSpreadsheetRunsNothing() throws Exception {
        RequestPostProcessor me = worker("a");
        open("=1+1", "＋カナ", "@町", 3);
        byte[] csv = mvc.perform(get("/inbox.csv?tab=office").with(me)).andReturn().getResponse().getContentAsByteArray();
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("案件番号", "'=1+1", "'＋カナ", "'@町");
    }

    @Test
    void manyAreTakenAndWhatAColleagueHasIsAskedAboutFirst() throws Exception {
        RequestPostProcessor me = worker("a");
        RequestPostProcessor colleague = worker("b");
        CaseFile free = open("引受 一", "ヒキウケ イチ", "試験町", 3);
        CaseFile held = open("引受 二", "ヒキウケ ニ", "試験町", 3);
        act(colleague, "take", null, taskOf(held));
        MockHttpServletResponse answer = act(me, "take", null, taskOf(free), taskOf(held), "no-such-task");
        assertThat(answer.getRedirectedUrl()).startsWith("/inbox/take-over?task=" + taskOf(held));
        assertThat(holder(free)).isEqualTo(office + "a");
        assertThat(holder(held)).as("not before the question is answered").isEqualTo(office + "b");
        assertThat(page(answer.getRedirectedUrl(), me)).contains("引受 二", "試験 b");
        act(me, "take-over", null, taskOf(held) + "|" + office + "b");
        assertThat(holder(held)).isEqualTo(office + "a");
        assertThat(noticesOf("b")).containsExactly("TAKEN_OVER");
        act(colleague, "take-over", null, taskOf(held) + "|" + office + "b");
        assertThat(holder(held)).as("somebody else has it by now").isEqualTo(office + "a");
    }

    @Test
    void theLeaderHandsManyToAPersonWhoIsTold() throws Exception {
        RequestPostProcessor leader = worker("a", Role.CARE_MANAGER, Role.OFFICE_LEADER);
        worker("b");
        CaseFile one = open("引渡 一", "ヒキワタシ イチ", "試験町", 3);
        CaseFile two = open("引渡 二", "ヒキワタシ ニ", "試験町", 3);
        CaseFile foreign = openCase.open(new Resident(0, office + "-F", null, "他所 三", "タショ サン", LocalDate.of(1940, 1, 1), "女", "", "", "", ""), "CHUO", 3);
        act(leader, "hand", office + "b", taskOf(one), taskOf(two), taskOf(foreign));
        assertThat(List.of(holder(one), holder(two))).containsOnly(office + "b");
        assertThat(holder(foreign)).as("another office's case is refused by itself").isEmpty();
        assertThat(noticesOf("b")).containsExactly("HANDED", "HANDED");
        act(leader, "hand", "review1", taskOf(one));
        assertThat(holder(one)).as("not somebody who cannot do it").isEqualTo(office + "b");
        act(leader, "give-back", null, taskOf(one));
        assertThat(holder(one)).as("nobody gives back for somebody else").isEqualTo(office + "b");
    }

    @Test
    void theWayBackFromACaseKeepsThePlaceInTheList() throws Exception {
        RequestPostProcessor me = worker("a");
        CaseFile c = open("戻る 試験", "モドル シケン", "試験町", 3);
        var session = mvc.perform(get("/inbox?tab=unclaimed&order=name&priority=3").with(me)).andReturn().getResponse().getCookies();
        String page = mvc.perform(get("/cases/" + c.number()).with(me).cookie(session)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("/inbox?tab=unclaimed&amp;order=name&amp;priority=3#c-" + c.number());
    }

    private String holder(CaseFile c) {
        return jdbc.sql("select coalesce(assignee, '') from inbox.work_item where case_id = ?").param(c.id().value()).query(String.class).single();
    }

    private List<String> noticesOf(String person) {
        return jdbc.sql("select kind from notification.notice where person_id = ? order by id").param(office + person).query(String.class).list();
    }
}
