package jp.michishirube.safety.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.safety.reach.Reach;
import jp.michishirube.safety.reach.Spoken;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One person who cannot be asked keeps nobody else from being asked, and is asked on paper. */
@ProductTest
class AskOneByOneTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired Events events;
    @Autowired Reach reach;
    @Autowired Spoken spoken;
    @Autowired Municipality municipality;
    @Autowired IssuePass issue;
    @Autowired Outbox outbox;
    @Autowired LeftAside leftAside;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void whoCannotBeAskedByMailIsAskedOnPaperAndTheOthersByMail() throws Exception {
        plans.inForce("一件町");
        String to = mvc.perform(post("/events").param("mode", "DRILL").param("hazard", "FLOOD").param("areas", "一件町").param("ground", "避難指示")
                .with(As.review1()).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        long event = Long.parseLong(to.substring("/events/".length()));
        try {
            // both have come to the area meanwhile
            CaseFile broken = plans.inForce("一件町", Map.of("/resident/email", "\"broken@one.example.jp\""));
            CaseFile fine = plans.inForce("一件町", Map.of("/resident/email", "\"fine@one.example.jp\""));
            new AskResidents(events, new Broken(broken.resident().id()), leftAside, jdbc, clock).ask(event);
            assertThat(way(event, fine)).isEqualTo("MAIL");
            assertThat(way(event, broken)).isEqualTo("PAPER");
            assertThat(page()).contains(broken.number().value(), "災害時の自動の安否の確認", "この人には紙と訪問で").doesNotContain("試験", "broken@", fine.number().value());
        } finally {
            mvc.perform(post("/events/" + event + "/end").with(As.review1()).with(csrf()));
            jdbc.sql("delete from casefile.left_aside where work = 'ASK_RESIDENT'").update();
        }
    }

    /** Breaks in the middle of asking one of them: what was written for that person is undone. */
    private final class Broken extends SendQuestion {

        private final long residentId;

        Broken(long residentId) {
            super(reach, spoken, issue, outbox, municipality, jdbc);
            this.residentId = residentId;
        }

        @Override
        void first(DisasterEvent event, List<Asked.Person> people) {
            super.first(event, people);
            if (people.stream().anyMatch(p -> p.residentId() == residentId)) {
                throw new IllegalStateException("broken@one.example.jp");
            }
        }
    }

    private String way(long event, CaseFile file) {
        return jdbc.sql("select way from safety.asked where event_id = ? and resident_id = ?").params(event, file.resident().id()).query(String.class).optional().orElse("");
    }

    private String page() throws Exception {
        return mvc.perform(get("/engine/left-aside").with(As.admin1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
