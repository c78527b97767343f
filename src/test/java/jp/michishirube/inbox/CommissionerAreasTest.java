package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jp.michishirube.Product;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductSurroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Where 民生委員 confirm plans, each has the own 町 before the eyes and no other: in the list, its file, its search, by number, by task and by the
 * API. In a product of its own, whose town asks for confirmations.
 */
@SpringBootTest(classes = Product.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@ContextConfiguration(initializers = CommissionerAreasTest.ATownThatConfirms.class)
class CommissionerAreasTest {

    private static final String THEIRS = "試験の民生";

    @Autowired private MockMvc mvc;
    @Autowired private Loop loop;
    @Autowired private WorkItems items;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private People people;
    @Autowired private Notify notify;
    @Autowired private JdbcClient jdbc;

    static class ATownThatConfirms extends ProductSurroundings {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            try {
                Path folder = Path.of("target", "policies", "commissioners");
                Files.createDirectories(folder.resolve("forms/990019"));
                String yaml = Files.readString(Path.of("forms", "990019", "municipality.yaml"));
                Files.writeString(folder.resolve("forms/990019/municipality.yaml"), yaml.replace("confirmation: false", "confirmation: true")
                        .replace("    machi1: {", "    minsei-nowhere: {kind: WELFARE_COMMISSIONER, name: 民生委員}\n    machi1: {"));
                TestPropertyValues.of("michishirube.override-dir=" + folder.toAbsolutePath()).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CaseFile own;
    private CaseFile foreign;

    @BeforeEach
    void twoPlansToConfirm() {
        own = toConfirm("青葉町");
        foreign = toConfirm("遠見町");
    }

    @Test
    void theListItsFileAndItsSearchHoldTheOwnAreasAlone() throws Exception {
        for (String list : new String[] {"/inbox", "/inbox.csv"}) {
            for (String tab : new String[] {"office", "unclaimed", "waiting", "mine", "overdue", "soon", "returned"}) {
                String address = list + "?tab=" + tab + "&q=";
                assertThat(read(address + foreign.number(), minsei1())).as(address).doesNotContain(THEIRS + foreign.id().value());
            }
            assertThat(read(list + "?tab=office&q=" + own.number(), minsei1())).contains(THEIRS + own.id().value());
            assertThat(read(list + "?tab=office&q=" + own.number(), nowhere())).doesNotContain(THEIRS);
            assertThat(read("/inbox", nowhere())).as("says why").contains("担当の町が設定されていない");
        }
        assertThat(read("/inbox?tab=office", minsei1())).as("the choice of areas").contains("青葉町").doesNotContain("遠見町");
        assertThat(api("/api/v1/tasks?tab=office&q=" + own.number(), minseiToken()).getContentAsString()).contains(own.number().value());
        assertThat(api("/api/v1/tasks?tab=office&q=" + foreign.number(), minseiToken()).getContentAsString()).doesNotContain(foreign.number().value());
    }

    @Test
    void byNumberAndByTaskAnotherAreasPlanAnswersLikeOneThatNeverWas() throws Exception {
        for (String page : new String[] {"", "/confirmation", "/timeline", "/diagram"}) {
            assertThat(open(own, page, minsei1())).as(page).isIn(200, 302);
            assertThat(open(foreign, page, minsei1())).as(page).isEqualTo(404);
            assertThat(open(own, page, nowhere())).as(page).isEqualTo(404);
        }
        assertThat(take(foreign, minsei1())).isEqualTo(take("no-such-task", minsei1())).isEqualTo(409);
        assertThat(take(own, nowhere())).isEqualTo(409);
        assertThat(claim(foreign)).isEqualTo(409);
        assertThat(items.find(foreign.id(), Step.CONFIRM_PLAN).orElseThrow().assignee()).isNull();
        assertThat(items.find(own.id(), Step.CONFIRM_PLAN).orElseThrow().assignee()).isNull();
        assertThat(claim(own)).isEqualTo(200);
        assertThat(items.find(own.id(), Step.CONFIRM_PLAN).orElseThrow().assignee()).isEqualTo("minsei1");
    }

    /** What their pages do not show, their token does not give: what office and city write to each other, the consents, the draft. */
    @Test
    void aTokenGivesNoMoreThanThePages() throws Exception {
        RequestPostProcessor token = As.token("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER, "cases:read", "plans:read", "consents:read", "tasks:write");
        for (String read : new String[] {"/messages", "/consents", "/plan"}) {
            assertThat(open(own, read, minsei1())).as(read).isEqualTo(403);
            assertThat(api("/api/v1/cases/" + own.number() + read, token).getStatus()).as(read).isEqualTo(403);
        }
        assertThat(mvc.perform(post("/api/v1/cases/{n}/messages", own.number()).contentType("application/json").content("{\"text\":\"x\"}").with(token)).andReturn().getResponse()
                .getStatus()).isEqualTo(403);
        assertThat(api("/api/v1/cases/" + own.number() + "/submissions", token).getStatus()).as("what is to be confirmed").isEqualTo(200);
        assertThat(api("/api/v1/consents/1/receipt", token).getStatus()).isEqualTo(403);
    }

    /** A step in the hands of somebody whose 町 is another now: to hold it is no right to see it. */
    @Test
    void whatAPersonOfAnotherAreaHoldsIsNotHandedOnNorCompleted() throws Exception {
        people.remember(new Person("minsei1", "松本 和子", Set.of(Role.WELFARE_COMMISSIONER), null, false), null);
        jdbc.sql("update inbox.work_item set assignee = 'minsei1' where task_id = ?").param(task(foreign)).update();
        assertThat(open(foreign, "/confirmation", minsei1())).isEqualTo(404);
        assertThat(mvc.perform(post("/cases/{n}/confirmation/confirm", foreign.number()).param("version", "1").with(minsei1()).with(csrf())).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        assertThat(mvc.perform(post("/api/v1/tasks/{t}/complete", task(foreign)).contentType("application/json").content("{\"outcome\":\"CONFIRMED\",\"input\":{\"version\":1}}")
                .with(minseiToken())).andReturn().getResponse().getStatus()).isEqualTo(409);
        assertThat(process.openSteps(foreign.id())).containsExactly(Step.CONFIRM_PLAN);
    }

    @Test
    void onlyThoseOfTheAreaAreToldOfWork() {
        people.remember(new Person("minsei1", "松本 和子", Set.of(Role.WELFARE_COMMISSIONER), null, false), null);
        int before = toldOf(foreign);
        int beforeOwn = toldOf(own);
        notify.toWorkers(Role.WELFARE_COMMISSIONER, own, NoticeKind.SUBMITTED, null);
        notify.toWorkers(Role.WELFARE_COMMISSIONER, foreign, NoticeKind.SUBMITTED, null);
        assertThat(toldOf(own)).isEqualTo(beforeOwn + 1);
        assertThat(toldOf(foreign)).isEqualTo(before);
    }

    private CaseFile toConfirm(String area) {
        CaseFile file = loop.atReview();
        assertThat(process.openSteps(file.id())).containsExactly(Step.CONFIRM_PLAN);
        jdbc.sql("update casefile.resident set name = ?, area = ? where id = ?").params(THEIRS + file.id().value(), area, file.resident().id()).update();
        jdbc.sql("update inbox.work_item set resident_name = ?, area = ? where case_id = ?").params(THEIRS + file.id().value(), area, file.id().value()).update();
        return cases.get(file.id());
    }

    private static RequestPostProcessor minsei1() {
        return As.person("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER);
    }

    private static RequestPostProcessor nowhere() {
        return As.person("minsei-nowhere", "区域 なし", null, Role.WELFARE_COMMISSIONER);
    }

    private static RequestPostProcessor minseiToken() {
        return As.token("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER, "tasks:read", "tasks:write", "cases:read", "plans:read");
    }

    private int toldOf(CaseFile file) {
        return jdbc.sql("select count(*) from notification.notice where person_id = 'minsei1' and case_number = ?").param(file.number().value()).query(Integer.class).single();
    }

    private String task(CaseFile file) {
        return items.find(file.id(), Step.CONFIRM_PLAN).orElseThrow().taskId();
    }

    private int take(CaseFile file, RequestPostProcessor who) throws Exception {
        return take(task(file), who);
    }

    private int take(String task, RequestPostProcessor who) throws Exception {
        return mvc.perform(post("/inbox/{t}/take", task).with(who).with(csrf())).andReturn().getResponse().getStatus();
    }

    private int claim(CaseFile file) throws Exception {
        return mvc.perform(post("/api/v1/tasks/{t}/claim", task(file)).with(minseiToken())).andReturn().getResponse().getStatus();
    }

    private int open(CaseFile file, String page, RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/cases/" + file.number() + page).with(who)).andReturn().getResponse().getStatus();
    }

    private MockHttpServletResponse api(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(address).with(who)).andReturn().getResponse();
    }

    private String read(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(address).with(who)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
