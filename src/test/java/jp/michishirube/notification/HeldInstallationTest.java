package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jp.michishirube.municipality.Installation;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A restored copy mails nobody and speaks to nobody outside until a process admin says that it is the real one now. */
@ProductTest
class HeldInstallationTest {

    @Autowired private Notify notify;
    @Autowired private SendMails send;
    @Autowired private Outside outside;
    @Autowired private Installation installation;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;

    @AfterEach
    void goOn() {
        jdbc.sql("update installation.mark set held = false").update();
    }

    @Test
    void nothingGoesOutUntilItIsConfirmed() throws Exception {
        assertThat(jdbc.sql("select kind from installation.mark").query(String.class).single()).isEqualTo("DEMO");
        jdbc.sql("update installation.mark set held = true").update();
        notify.toPerson("review2", NoticeKind.APPROVED, null);
        long waiting = waiting();
        assertThat(waiting).isPositive();
        send.sendWaiting();
        assertThat(waiting()).isEqualTo(waiting);
        assertThatThrownBy(() -> outside.get(OutsideService.CITY_OS, Outside.Patience.INSIST, "/x")).isInstanceOf(OutsideFailure.class)
                .satisfies(e -> assertThat(((OutsideFailure) e).reason()).isEqualTo(OutsideFailure.Reason.HELD));
        assertThat(page()).contains("前と違う場所", "これが本番です");
        mvc.perform(post("/engine/confirmation").with(As.roster1()).with(csrf())).andExpect(status().isForbidden());
        assertThat(installation.isHeld()).isTrue();
        mvc.perform(post("/engine/confirmation").with(As.admin1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(installation.isHeld()).isFalse();
        assertThat(page()).doesNotContain("前と違う場所");
        Eventually.holds(() -> assertThat(waiting()).isZero());
    }

    private long waiting() {
        return jdbc.sql("select count(*) from notification.mail where sent_at is null and not given_up and person_id = 'review2'").query(Long.class).single();
    }

    private String page() throws Exception {
        return mvc.perform(get("/engine").with(As.admin1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
