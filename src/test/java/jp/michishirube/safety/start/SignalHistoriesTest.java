package jp.michishirube.safety.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Days of two rivers, flags of another system, orders of the city and officers who decide, for real and as a drill at once. Whatever comes in whatever order: what
 * may never break holds after each step.
 */
@ProductTest
class SignalHistoriesTest {

    private static final int STEPS = 25;

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    private final Set<String> met = new HashSet<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private List<String> areas;
    private String order;
    private int minute;

    @BeforeEach
    @AfterEach
    void end() throws Exception {
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
        for (long id : jdbc.sql("select id from safety.event where ended_at is null").query(Long.class).list()) {
            officer(post("/events/" + id + "/end"));
        }
    }

    private MockHttpServletResponse officer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(As.review1())).andReturn().getResponse();
    }

    private List<String> strings(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).list();
    }

    /** All that stands of one mode: proposals with their 町, events with theirs. */
    private List<String> standing(String mode) {
        List<String> all = new ArrayList<>(strings("select p.id || p.state || p.version || coalesce(a.area || a.level, '') from safety.proposal p left join safety.proposal_area a on a.proposal_id = p.id where p.mode = ? order by 1", mode));
        all.addAll(strings("select e.id || coalesce(e.ended_at::text, 'open') || a.area from safety.event e join safety.event_area a on a.event_id = e.id where e.mode = ? order by 1", mode));
        return all;
    }

    private List<String> open(String mode, String what) {
        return what.equals("event") ? strings("select area from safety.event_area where open and mode = ? and hazard_group = 'WATER'", mode)
                : strings("select a.area from safety.proposal p join safety.proposal_area a on a.proposal_id = p.id where p.state = 'OPEN' and p.mode = ? and p.hazard_group = 'WATER'", mode);
    }

    @Test
    void whatMayNeverBreakHoldsAfterEachStep() throws Exception {
        for (long seed = 1; seed <= Integer.getInteger("loops", 6); seed++) {
            Random random = new Random(seed);
            areas = List.of("歴" + Integer.toUnsignedString(random.nextInt()) + "町", "歴外" + Integer.toUnsignedString(random.nextInt()) + "町");
            areas.forEach(plans::inForce);
            levels.clear();
            order = null;
            minute = 0;
            List<String> rivers = List.of(String.format("9900%08d", 60_000_000 + random.nextInt(9_999_999)), String.format("9900%08d", 70_000_000 + random.nextInt(9_999_999)));
            List<String> done = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                String mode = random.nextInt(3) == 0 ? "DRILL" : "REAL";
                String other = mode.equals("REAL") ? "DRILL" : "REAL";
                List<String> others = standing(other);
                int events = strings("select id::text from safety.event").size();
                int act = random.nextInt(10);
                String what = act(random, act, mode, rivers.get(random.nextInt(2)));
                done.add(mode + " " + what);
                String so = "seed " + seed + " " + done;
                assertThat(standing(other)).as("the modes never meet. " + so).isEqualTo(others);
                assertThat(strings("select mode || hazard_group from safety.proposal where state = 'OPEN' group by mode, hazard_group having count(*) > 1")).as("one proposal. " + so).isEmpty();
                assertThat(strings("select mode || hazard_group || area from safety.event_area where open group by mode, hazard_group, area having count(*) > 1")).as("one event. " + so).isEmpty();
                if (!what.startsWith("begin")) {
                    assertThat(strings("select id::text from safety.event")).as("nothing begins by itself. " + so).hasSize(events);
                }
                if (what.startsWith("raised ")) {
                    String area = what.split(" ")[1];
                    List<String> asked = open(mode, "event");
                    asked.addAll(open(mode, "proposal"));
                    assertThat(asked).as("no rise is lost. " + so).contains(area);
                }
                met.add(what.split(" ")[0] + mode);
            }
            end();
        }
        assertThat(met).contains("raisedREAL", "raisedDRILL", "liftedREAL", "beginREAL", "asideREAL", "flagREAL", "orderREAL");
    }

    private String act(Random random, int act, String mode, String river) throws Exception {
        String area = areas.get(random.nextInt(2));
        return switch (act) {
            case 0, 1 -> telegram(mode, river, area, 2 + random.nextInt(4));
            // by one step, as rivers rise
            case 2, 3 -> telegram(mode, river, area, Math.min(5, Math.max(1, levels.getOrDefault(mode + river + area, 0)) + 1));
            case 4 -> telegram(mode, river, area, 0);
            case 5 -> flag(mode, area);
            case 6 -> begin(mode);
            case 7, 8 -> aside(mode);
            default -> random.nextBoolean() || order == null ? issue(mode, area) : lift();
        };
    }

    private String telegram(String mode, String river, String area, int level) throws Exception {
        WrittenTelegram t = WrittenTelegram.of(river, level).station("上", "").area("上", "9900100", area);
        t.status = mode.equals("REAL") ? "通常" : "訓練";
        t.report = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(3, ChronoUnit.HOURS).plusSeconds(60L * ++minute);
        t.control = t.report;
        t.serial = String.valueOf(minute);
        assertThat(mvc.perform(post("/api/v1/telegrams").contentType(MediaType.APPLICATION_XML).content(t.bytes()).with(As.system("warnings:write"))).andReturn().getResponse().getStatus())
                .isEqualTo(201);
        String key = mode + river;
        int before = levels.getOrDefault(key + area, 0);
        areas.forEach(a -> levels.remove(key + a));
        levels.put(key + area, level);
        return (level >= 3 && level > before ? "raised " : level == 0 ? "lifted " : "told ") + area + " " + level;
    }

    private String flag(String mode, String area) throws Exception {
        String body = "{\"id\":\"%s\",\"mode\":\"%s\",\"hazard\":\"LANDSLIDE\",\"areas\":[\"%s\"],\"at\":\"2026-09-01T18:00:00+09:00\"}".formatted(UUID.randomUUID(), mode, area);
        assertThat(mvc.perform(post("/api/v1/disaster-signals").contentType(MediaType.APPLICATION_JSON).content(body).with(As.system("signals:write"))).andReturn().getResponse().getStatus())
                .isEqualTo(201);
        return "flag " + area;
    }

    private String issue(String mode, String area) throws Exception {
        order = officer(post("/orders").param("mode", mode).param("hazard", "FLOOD").param("level", "4").param("areas", area).param("words", "")).getRedirectedUrl();
        return "order " + area;
    }

    private String lift() throws Exception {
        assertThat(officer(post(order + "/end").param("revision", "1")).getStatus()).isEqualTo(302);
        order = null;
        return "order lifted";
    }

    private List<Long> proposals(String mode) {
        return jdbc.sql("select id from safety.proposal where state = 'OPEN' and mode = ?").param(mode).query(Long.class).list();
    }

    private String version(long id) {
        return strings("select version::text from safety.proposal where id = ?", id).get(0);
    }

    private String begin(String mode) throws Exception {
        for (long id : proposals(mode)) {
            String[] all = strings("select area from safety.proposal_area where proposal_id = ?", id).toArray(String[]::new);
            assertThat(officer(post("/proposals/{id}/start", id).param("version", version(id)).param("areas", all).param("ground", "警報")).getRedirectedUrl()).startsWith("/events/");
            return "begin " + List.of(all);
        }
        return "nothing";
    }

    private String aside(String mode) throws Exception {
        for (long id : proposals(mode)) {
            assertThat(officer(post("/proposals/{id}/aside", id).param("version", version(id)).param("reason", "様子を見る")).getStatus()).isEqualTo(302);
            return "aside " + id;
        }
        return "nothing";
    }
}
