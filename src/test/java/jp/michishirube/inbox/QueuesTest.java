package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** How much waits where: an office of its own is counted. */
@ProductTest
class QueuesTest {

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase openCase;
    @Autowired private Offices offices;
    @Autowired private Queues queues;
    @Autowired private JdbcClient jdbc;

    @Test
    void countsAndDaysPerOfficeAndStep() throws Exception {
        offices.put(new Office("QUEUE", "待ち事業所", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, null));
        CaseFile one = open("Q-1");
        open("Q-2");
        jdbc.sql("update inbox.work_item set waiting_since = now() - interval '5 days', due_at = now() - interval '1 day', assignee = 'x' where case_id = ?")
                .param(one.id().value()).update();
        assertThat(queues.all().stream().filter(q -> q.office().equals("QUEUE"))).singleElement().satisfies(q -> {
            assertThat(q.open()).isEqualTo(2);
            assertThat(q.unclaimed()).isEqualTo(1);
            assertThat(q.overdue()).isEqualTo(1);
            assertThat(q.longest()).isEqualTo(5);
            assertThat(q.days()).isEqualTo(5);
        });
        String page = mvc.perform(get("/inbox/queues").with(As.review1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("待ち事業所", "tab=waiting&amp;step=OBTAIN_CREATION_CONSENT&amp;office=QUEUE&amp;order=waiting");
        assertThat(mvc.perform(get("/inbox/queues").with(As.roster1())).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(mvc.perform(get("/inbox/queues").with(As.aoba1())).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    private CaseFile open(String number) {
        return openCase.open(new Resident(0, number, null, "待ち 試験", "マチ シケン", LocalDate.of(1940, 1, 1), "女", "", "", "", ""), "QUEUE", 3);
    }
}
