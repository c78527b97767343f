package jp.michishirube.safety;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.testing.As;
import jp.michishirube.sharing.line.LinkPhone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An event of a test from its start to its end, and the people who are asked in it. */
@Component
public class EventActs {

    private final IssuePass issue;
    private final JdbcClient jdbc;
    private final ObjectProvider<MockMvc> mvc;

    EventActs(IssuePass issue, JdbcClient jdbc, ObjectProvider<MockMvc> mvc) {
        this.issue = issue;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    /** @param who null for a visitor */
    public MockHttpServletResponse call(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return mvc.getObject().perform(who == null ? request.with(csrf()) : request.with(csrf()).with(who)).andReturn().getResponse();
    }

    public long begin(String mode, String hazard, String area) throws Exception {
        String to = call(post("/events").param("mode", mode).param("hazard", hazard).param("areas", area).param("ground", "避難指示"), As.review1()).getRedirectedUrl();
        return Long.parseLong(to.substring("/events/".length()));
    }

    /** Waits until the resident is on the event's list. */
    public long asked(long event, CaseFile file) {
        await().atMost(Duration.ofSeconds(90)).until(() -> jdbc.sql("select count(*) from safety.asked where event_id = ? and resident_id = ?")
                .params(event, file.resident().id()).query(Integer.class).single() == 1);
        return jdbc.sql("select id from safety.asked where event_id = ? and resident_id = ?").params(event, file.resident().id()).query(Long.class).single();
    }

    /** With a link of the resident's own. */
    public Cookie visit(long event, CaseFile file) throws Exception {
        String address = issue.issue(PassKind.EVENT, new Holder(Holder.Kind.ASKED, String.valueOf(asked(event, file))), "event " + event, Instant.now().plusSeconds(3600)).address();
        return LinkPhone.visit(call(post("/p/" + address.substring(address.lastIndexOf('/') + 1)), null));
    }

    public void endAll() throws Exception {
        for (long id : jdbc.sql("select id from safety.event where ended_at is null").query(Long.class).list()) {
            call(post("/events/" + id + "/end"), As.review1());
        }
    }
}
