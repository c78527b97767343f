package jp.michishirube.safety.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.safety.EventActs;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** What somebody keys in wrongly from a sheet is said at its line, and nothing of the sheet is taken. */
@ProductTest
class KeyInSheetTest {

    @Autowired private EventActs acts;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void end() throws Exception {
        acts.endAll();
    }

    @Test
    void eachWrongLineIsNamedAndTheRightOnesWait() throws Exception {
        CaseFile file = plans.inForce("記入町");
        long event = acts.begin("REAL", "STORM_SURGE", "記入町");
        long asked = acts.asked(event, file);
        String number = jdbc.sql("select number || '' from safety.asked where id = ?").param(asked).query(String.class).single();
        String at = LocalDateTime.now(WorkingDays.JAPAN).withNano(0).toString();
        Map<List<List<String>>, String> wrong = Map.of(
                List.of(List.of(number, "一"), List.of("1", "1")), "2行目の番号を数字で入れてください",
                List.of(List.of(number, "1234567"), List.of("1", "1")), "2行目の番号を数字で入れてください",
                List.of(List.of(number, ""), List.of("1", "3")), "2行目の番号を数字で入れてください",
                List.of(List.of(number, ""), List.of("7", "")), number + "番の印は、1から6の数字で入れてください",
                List.of(List.of(number, ""), List.of("", "")), number + "番の印は、1から6の数字で入れてください",
                List.of(List.of(number, number), List.of("1", "2")), number + "番が2回あります",
                List.of(List.of("", " "), List.of("", "　")), "番号と印を入れてください");
        for (Map.Entry<List<List<String>>, String> each : wrong.entrySet()) {
            MockHttpServletResponse answer = sheet(event, at, "k1", each.getKey().get(0), each.getKey().get(1));
            assertThat(answer.getStatus()).as("%s", each.getKey()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains(each.getValue()).doesNotContain("??");
        }
        for (String never : List.of("", "きのう", LocalDateTime.now(WorkingDays.JAPAN).plusHours(1).withNano(0).toString(), "+999999999-01-01T00:00", "-4713-01-01T00:00")) {
            MockHttpServletResponse answer = sheet(event, never, "k1", List.of(number), List.of("1"));
            assertThat(answer.getStatus()).as(never).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("いまより前の日時");
        }
        for (String key : List.of(" ", "k".repeat(65))) {
            assertThat(sheet(event, at, key, List.of(number), List.of("1")).getStatus()).as(key).isEqualTo(400);
        }
        assertThat(answers(event)).isZero();
        assertThat(sheet(event, at, "k".repeat(64), List.of(number), List.of("6")).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select said from safety.asked where id = ?").param(asked).query(String.class).single()).as("a no at the door").isEqualTo("DECLINED");
    }

    private MockHttpServletResponse sheet(long event, String at, String key, List<String> numbers, List<String> ticks) throws Exception {
        return acts.call(post("/events/" + event + "/sheet").param("at", at).param("key", key).param("n", numbers.toArray(String[]::new)).param("t", ticks.toArray(String[]::new)),
                As.review1());
    }

    private int answers(long event) {
        return jdbc.sql("select count(*) from safety.answer where event_id = ?").param(event).query(Integer.class).single();
    }
}
