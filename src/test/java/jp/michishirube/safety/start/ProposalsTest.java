package jp.michishirube.safety.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.safety.event.BeginEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** From the telegram to the officer's decision. */
@ProductTest
class ProposalsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private People people;
    @Autowired private Proposals proposals;
    @Autowired private Events events;
    @Autowired private BeginEvent begin;
    @Autowired private Notify notify;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private String area;
    private CaseFile file;
    private Instant now;

    @BeforeEach
    void somebodyLivesThere() throws Exception {
        end();
        area = "提" + NUMBERS.incrementAndGet() + "町";
        file = plans.inForce(area);
        now = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(2, ChronoUnit.HOURS);
    }

    @AfterEach
    void end() throws Exception {
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
        for (long id : jdbc.sql("select id from safety.event where ended_at is null").query(Long.class).list()) {
            call(post("/events/" + id + "/end"), As.review1());
        }
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return mvc.perform(request.with(csrf()).with(who)).andReturn().getResponse();
    }

    private static String river() {
        return String.format("9900%08d", 80_000 + NUMBERS.incrementAndGet());
    }

    private WrittenTelegram told(String river, int level, int minute, String districts) {
        WrittenTelegram t = WrittenTelegram.of(river, level).station("上", "").area("上", "9900100", districts);
        t.report = now.plusSeconds(minute * 60L);
        t.control = t.report;
        t.serial = String.valueOf(minute + 1);
        return t;
    }

    private int send(WrittenTelegram t) throws Exception {
        return mvc.perform(post("/api/v1/telegrams").contentType(MediaType.APPLICATION_XML).content(t.bytes()).with(As.system("warnings:write"))).andReturn().getResponse().getStatus();
    }

    private long open() {
        return jdbc.sql("select p.id from safety.proposal p join safety.proposal_area a on a.proposal_id = p.id where p.state = 'OPEN' and a.area = ?").param(area).query(Long.class).single();
    }

    private MockHttpServletRequestBuilder start(long id, int version, String... areas) {
        return post("/proposals/{id}/start", id).param("version", String.valueOf(version)).param("areas", areas).param("ground", "みちしるべ川レベル４");
    }

    @Test
    void theOfficerSeesNumbersAndBegins() throws Exception {
        send(told(river(), 4, 0, area));
        long id = open();
        assertThat(call(get("/events"), As.review1()).getContentAsString()).contains("安否確認の提案が1件あります");
        String page = call(get("/proposals/{id}", id), As.review1()).getContentAsString();
        assertThat(page).contains("レベル4相当", area, "計画のある方", "試験川の予報", "河川事務所 地方気象台", "危険な場所から全員が避難する目安です").doesNotContain(file.resident().name());
        assertThat(page).containsPattern("data-label=\"計画のある方\">1</td>").containsPattern("data-label=\"名簿だけの方\">0</td>");
        String to = call(start(id, 1, area), As.review1()).getRedirectedUrl();
        assertThat(to).startsWith("/events/");
        long event = Long.parseLong(to.substring("/events/".length()));
        assertThat(events.get(event)).satisfies(e -> {
            assertThat(e.mode().name()).isEqualTo("REAL");
            assertThat(e.areas()).containsExactly(area);
            assertThat(e.ground()).isEqualTo("みちしるべ川レベル４");
        });
        Eventually.until(() -> jdbc.sql("select count(*) from safety.asked where event_id = ?").param(event).query(Integer.class).single() == 1);
        assertThat(call(start(id, 1, area), As.review1()).getStatus()).as("once").isEqualTo(409);
        assertThat(call(get("/proposals/{id}", id), As.review1()).getContentAsString()).contains("始めました", "/events/" + event).doesNotContain("本番として始める");

        send(told(river(), 5, 0, area));
        assertThat(proposals.open()).as("an event asks there already").isZero();
        String other = "提" + NUMBERS.incrementAndGet() + "町";
        plans.inForce(other);
        send(told(river(), 3, 0, area + " " + other));
        long more = jdbc.sql("select id from safety.proposal where state = 'OPEN'").query(Long.class).single();
        assertThat(proposals.get(more).areas()).containsOnlyKeys(other);
        assertThat(call(start(more, 1, other, area), As.roster1()).getRedirectedUrl()).as("one event").isEqualTo("/events/" + event);
        assertThat(events.get(event).areas()).containsExactlyInAnyOrder(area, other);
        assertThat(jdbc.sql("select decision || ' ' || by_name from safety.proposal_decision where proposal_id in (?, ?) order by id").params(id, more).query(String.class).list())
                .containsExactly("STARTED 中村 由美", "STARTED 加藤 浩");
    }

    @Test
    void anEventBegunByHandDecidesWhatItAsksWholly() throws Exception {
        String other = "提" + NUMBERS.incrementAndGet() + "町";
        plans.inForce(other);
        send(told(river(), 4, 0, area + " " + other));
        long id = open();
        String begun = call(post("/events").param("mode", "REAL").param("hazard", "FLOOD").param("areas", area).param("ground", "避難指示"), As.roster1()).getRedirectedUrl();
        assertThat(proposals.get(id).isOpen()).as("people of a 町 are left to ask").isTrue();
        call(post(begun + "/areas").param("areas", other), As.roster1());
        assertThat(proposals.get(id).decided()).satisfies(d -> {
            assertThat(d.name()).isEqualTo("加藤 浩");
            assertThat(d.eventId()).isEqualTo(Long.valueOf(begun.substring("/events/".length())));
        });
        assertThat(call(get("/events"), As.review1()).getContentAsString()).doesNotContain("安否確認の提案が");
    }

    @Test
    void puttingAsideTakesAReasonAndNobodyDecidesUnseen() throws Exception {
        String river = river();
        send(told(river, 3, 0, area));
        long id = open();
        assertThat(call(post("/proposals/{id}/aside", id).param("version", "1").param("reason", " "), As.review1()).getStatus()).isEqualTo(422);
        assertThat(call(post("/proposals/{id}/start", id).param("version", "1").param("ground", "理由"), As.review1()).getStatus()).as("no 町").isEqualTo(422);
        send(told(river, 4, 1, area));
        assertThat(call(start(id, 1, area), As.review1()).getStatus()).as("something came meanwhile").isEqualTo(409);
        assertThat(call(post("/proposals/{id}/aside", id).param("version", "1").param("reason", "様子を見る"), As.review1()).getStatus()).isEqualTo(409);
        assertThat(call(post("/proposals/{id}/aside", id).param("version", "2").param("reason", "様子を見る"), As.review1()).getRedirectedUrl()).isEqualTo("/proposals");
        assertThat(call(get("/proposals/{id}", id), As.review1()).getContentAsString()).contains("始めずに置きました", "様子を見る", "中村 由美");
        assertThat(jdbc.sql("select count(*) from safety.event where ended_at is null").query(Integer.class).single()).isZero();
    }

    @Test
    void nobodyElseDecides() throws Exception {
        send(told(river(), 4, 0, area));
        long id = open();
        for (RequestPostProcessor other : List.of(As.machi1(), As.aoba1(), As.admin1())) {
            assertThat(call(get("/proposals"), other).getStatus()).isEqualTo(403);
            assertThat(call(get("/proposals/{id}", id), other).getStatus()).isEqualTo(403);
            assertThat(call(start(id, 1, area), other).getStatus()).isEqualTo(403);
        }
        assertThat(call(get("/events"), As.machi1()).getContentAsString()).as("leaders read of no proposal").doesNotContain("/proposals", "/warnings");
    }

    @Test
    void whoIsProtectedIsInNoNumber() throws Exception {
        CaseFile hidden = plans.inForce(area);
        call(post("/cases/{n}/protection", hidden.number()).param("ground", "支援措置").param("until", LocalDate.now().plusYears(1).toString()), As.roster1());
        send(told(river(), 4, 0, area));
        assertThat(call(get("/proposals/{id}", open()), As.review1()).getContentAsString()).containsPattern("data-label=\"計画のある方\">1</td>");
    }

    @Test
    void officersAreToldByMailThatNamesNobody() throws Exception {
        people.remember(new Person("duty-" + area, "当番 一", Set.of(Role.REVIEWER), null, false), "duty" + NUMBERS.get() + "@warnings.example.jp");
        String address = "duty" + NUMBERS.get() + "@warnings.example.jp";
        String river = river();
        send(told(river, 3, 0, area));
        SandboxPages outside = new SandboxPages(Surroundings.outside().url());
        Eventually.until(() -> outside.get("/mail").contains(address));
        String mail = outside.get("/mail").replace("\n", "↵").replaceFirst(".*?" + address + "</td>(.*?)</tr>.*", "$1");
        assertThat(mail).contains("警報などの知らせにより、安否確認を始めるかどうかの提案があります", "/proposals").doesNotContain(file.resident().name(), area, "1人");
        send(told(river, 3, 1, area));
        send(told(river, 4, 2, area));
        Eventually.until(() -> notices(address) == 2);
        assertThat(notices(address)).as("once for the proposal, once for what made it graver").isEqualTo(2);
    }

    private int notices(String address) {
        return jdbc.sql("select count(*) from notification.notice n join organization.person p on p.id = n.person_id where p.mail = ?").param(address).query(Integer.class).single();
    }

    @Test
    void twoRiversAndAnOfficerAtTheSameSecondAreOneEvent() throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            WrittenTelegram t = told(river(), 4, 0, area);
            all.add(() -> send(t));
        }
        all.add(() -> call(post("/events").param("mode", "REAL").param("hazard", "FLOOD").param("areas", area).param("ground", "避難指示"), As.review1()).getStatus());
        ExecutorService hands = Executors.newFixedThreadPool(5);
        try {
            for (Future<Integer> done : hands.invokeAll(all)) {
                assertThat(done.get()).isIn(201, 302);
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from safety.event where ended_at is null").query(Integer.class).single()).isOne();
        assertThat(proposals.open()).isLessThanOrEqualTo(1);
        for (Proposal p : proposals.newest(1)) {
            if (p.isOpen()) {
                assertThat(call(start(p.id(), p.version(), area), As.review1()).getRedirectedUrl()).startsWith("/events/");
            }
        }
        assertThat(jdbc.sql("select count(*) from safety.event where ended_at is null").query(Integer.class).single()).isOne();
    }

    private void heard(StartRules rules, String status) {
        WrittenTelegram t = told(river(), 4, 0, area);
        t.status = status;
        HeardWarning.in(transaction, new ProposeEvent(new RaiseProposal(rules, proposals, events, begin, notify)), jdbc, t, area);
    }

    @Test
    void whereTheTableSaysSoItBeginsByItselfInTheTelegramsOwnMode() throws Exception {
        StartRules starts = facts -> new StartRules.Decision(StartRules.Action.START, Hazard.FLOOD, "レベル4で自動");
        heard(starts, "訓練");
        assertThat(jdbc.sql("select mode || ' ' || started_name from safety.event where ended_at is null").query(String.class).list()).containsExactly("DRILL 道しるべ");
        heard(starts, "通常");
        heard(starts, "通常");
        assertThat(jdbc.sql("select mode from safety.event where ended_at is null order by mode").query(String.class).list()).as("once").containsExactly("DRILL", "REAL");
        assertThat(jdbc.sql("select state from safety.proposal p join safety.proposal_area a on a.proposal_id = p.id where a.area = ?").param(area).query(String.class).list())
                .containsExactly("STARTED_BY_RULE", "STARTED_BY_RULE");
    }

    @Test
    void aTableThatCannotBeComputedAsksAPerson() {
        heard(facts -> {
            throw new IllegalStateException("no rule");
        }, "通常");
        assertThat(proposals.get(open()).areas()).containsEntry(area, 4);
    }
}
