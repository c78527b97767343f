package jp.michishirube.roster.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Timeline;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who makes whose plan, on the whole product: the open work moves with the case. */
@ProductTest
class AssignmentPagesTest {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private OpenCase openCase;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private Timeline timeline;
    @Autowired
    private Assignments assignments;
    @Autowired
    private Offices offices;
    @Autowired
    private People people;
    @Autowired
    private JdbcClient jdbc;

    private CaseFile open(String number, String office) {
        return open(number, "遠町", office);
    }

    private CaseFile open(String number, String area, String office) {
        return openCase.open(new Resident(0, number, null, "割当 試験", "ワリアテ シケン", LocalDate.of(1940, 1, 1), "女", "", area + "1", "", area), office, 3);
    }

    private String workOffice(CaseFile c) {
        return jdbc.sql("select coalesce(office, '') || '/' || coalesce(assignee, '') from inbox.work_item where case_id = ?").param(c.id().value())
                .query(String.class).single();
    }

    @Test
    void byHandManyAtOnce() throws Exception {
        CaseFile one = open("AP-1", null);
        CaseFile two = open("AP-2", null);
        mvc.perform(get("/roster/assignment").with(As.roster1())).andExpect(status().isOk()).andExpect(content().string(containsString(one.number().value())));
        mvc.perform(post("/roster/assignment").param("case", one.number().value(), two.number().value()).param("office", "CHUO")
                .with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(cases.get(one.id()).office()).isEqualTo("CHUO");
        assertThat(workOffice(two)).isEqualTo("CHUO/");
        mvc.perform(post("/roster/assignment").param("office", "CHUO").with(As.roster1()).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("割り当てる案件を選んでください")));
    }

    @Test
    void byRule() throws Exception {
        // whatever offices other tests keep serve elsewhere or anywhere, and come after the one that serves this 町
        offices.put(new Office("AP-OWN", "割当の事業所", Office.Kind.HOME_CARE_SUPPORT, "", "割当町", 0, null));
        CaseFile c = open("AP-3", "割当町", null);
        mvc.perform(post("/roster/assignment/by-rule").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(cases.get(c.id()).office()).isEqualTo("AP-OWN");
    }

    @Test
    void allOfAnOfficeWithAReasonInEachTimeline() throws Exception {
        offices.put(new Office("AP-OLD", "終わる事業所", Office.Kind.HOME_CARE_SUPPORT, "", "終町", 0, LocalDate.of(2020, 1, 1)));
        CaseFile c = open("AP-4", "AP-OLD");
        mvc.perform(post("/roster/assignment/of-office").param("from", "AP-OLD").param("to", "AOBA").with(As.roster1()).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("理由を200字")));
        mvc.perform(post("/roster/assignment/of-office").param("from", "AP-OLD").param("to", "AOBA").param("reason", "契約の終了")
                .with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(workOffice(c)).isEqualTo("AOBA/");
        assertThat(timeline.of(c.id())).anyMatch(e -> "契約の終了".equals(e.details().get("reason")));
    }

    @Test
    void moreThanMoveAtOnceAreSaidToBeLeftAndMoveWithTheNextClick() throws Exception {
        offices.put(new Office("AP-BIG", "大きな事業所", Office.Kind.HOME_CARE_SUPPORT, "", "大町", 0, LocalDate.of(2020, 1, 1)));
        jdbc.sql("""
                with r as (insert into casefile.resident (name) select '割当 試験' from generate_series(1, :n) returning id)
                insert into casefile.casefile (number, resident_id, office, opened_at)
                select '1999-' || lpad(id::text, 7, '0') || '-0', id, 'AP-BIG', now() from r
                """).param("n", AssignCases.AT_ONCE + 2).update();
        try {
            var first = mvc.perform(moveBig()).andExpect(status().is3xxRedirection()).andReturn();
            assertThat(assignments.running("AP-BIG")).isEqualTo(2);
            mvc.perform(get("/roster/assignment").with(As.roster1()).cookie(first.getResponse().getCookies()))
                    .andExpect(content().string(containsString("まだ2件が残っています")))
                    .andExpect(content().string(containsString("残りも移す")))
                    .andExpect(content().string(containsString("value=\"大きいため\"")));
            assertThat(mvc.perform(moveBig()).andReturn().getFlashMap().get("officeLeft")).isNull();
            assertThat(assignments.running("AP-BIG")).isZero();
        } finally {
            jdbc.sql("update casefile.casefile set state = 'LEFT_ROSTER', ended_at = now() where number like '1999-%'").update();
        }
    }

    private static MockHttpServletRequestBuilder moveBig() {
        return post("/roster/assignment/of-office").param("from", "AP-BIG").param("to", "AOBA").param("reason", "大きいため").with(As.roster1()).with(csrf());
    }

    @Test
    void allInAPersonsHandsToAColleagueAndBack() throws Exception {
        people.remember(new Person("ap-away", "休む 人", java.util.Set.of(Role.CARE_MANAGER), "AOBA", false), null);
        CaseFile c = open("AP-5", "AOBA");
        jdbc.sql("update inbox.work_item set assignee = 'ap-away' where case_id = ?").param(c.id().value()).update();
        mvc.perform(post("/roster/assignment/of-person").param("person", "ap-away").param("colleague", "wakakusa1").param("reason", "休暇")
                .with(As.roster1()).with(csrf())).andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/roster/assignment/of-person").param("person", "ap-away").param("colleague", "aoba2").param("reason", "休暇")
                .with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(workOffice(c)).isEqualTo("AOBA/aoba2");
        assertThat(timeline.of(c.id())).anyMatch(e -> e.kind().equals("work-handed") && "休暇".equals(e.details().get("reason")));
    }

    @Test
    void progressAsPictureAndTable() throws Exception {
        mvc.perform(get("/roster/progress").with(As.roster1())).andExpect(status().isOk()).andExpect(content().string(containsString("作成率")));
        mvc.perform(get("/roster/progress").with(As.aoba1())).andExpect(status().isForbidden());
    }
}
