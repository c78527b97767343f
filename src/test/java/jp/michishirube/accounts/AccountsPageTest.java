package jp.michishirube.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The yearly list: who has which role, who no longer comes, who left; and the line of who took it. */
@ProductTest
class AccountsPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from organization.person where id like 'acc-%'").update();
    }

    @Test
    void theListTellsRolesDormantAndLeftAndLeavesALine() throws Exception {
        account("acc-1", "毎日 来る", Set.of(Role.CARE_MANAGER), "AOBA", Duration.ofDays(1));
        account("acc-2", "長く 来ない", Set.of(Role.REVIEWER), null, Duration.ofDays(100));
        account("acc-3", "異動 した人", Set.of(), null, Duration.ofDays(1));
        account("acc-4", "=cmd|x", Set.of(Role.REVIEWER, Role.ROSTER_MANAGER), null, null);
        int before = lines();
        MockHttpServletResponse file = mvc.perform(get("/accounts.csv").locale(Locale.JAPANESE).with(As.roster1())).andReturn().getResponse();
        String csv = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.getHeader("Content-Disposition")).contains("accounts-").contains(".csv");
        assertThat(row(csv, "毎日 来る")).contains("\"計画を作る担当\"", "\"青葉居宅介護支援事業所\"", "\"利用中\"");
        assertThat(row(csv, "長く 来ない")).contains("\"市の審査担当\"", "\"長く使っていない\"");
        assertThat(row(csv, "異動 した人")).contains("\"役割がない（異動・退職など）\"");
        assertThat(row(csv, "'=cmd|x")).contains("\"市の審査担当 / 市の名簿担当\"", "\"使った記録がない\"");
        assertThat(lines()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select name from organization.account_review where as_file order by id desc limit 1").query(String.class).single()).isEqualTo("加藤 浩");
        String page = mvc.perform(get("/accounts").locale(Locale.JAPANESE).with(As.admin1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("毎日 来る", "加藤 浩が", "人の一覧を保存しました").doesNotContain("??", "acc-1");
        assertThat(lines()).isEqualTo(before + 2);
    }

    @Test
    void nobodyElseSeesIt() throws Exception {
        int before = lines();
        for (var who : List.of(As.aoba1(), As.review1(), As.machi1())) {
            assertThat(mvc.perform(get("/accounts").with(who)).andReturn().getResponse().getStatus()).isEqualTo(403);
            assertThat(mvc.perform(get("/accounts.csv").with(who)).andReturn().getResponse().getStatus()).isEqualTo(403);
        }
        assertThat(lines()).isEqualTo(before);
    }

    /** After a return to an older version: what a newer one wrote gives nothing, breaks nothing, and is told. */
    @Test
    void aRoleThatThisVersionDoesNotKnowGivesLessAndIsTold() throws Exception {
        account("acc-5", "新しい 役割", Set.of(Role.REVIEWER), null, Duration.ofDays(1));
        jdbc.sql("update organization.person set roles = 'REVIEWER,HARBOUR_MASTER' where id = 'acc-5'").update();
        assertThat(people.find("acc-5")).hasValueSatisfying(p -> assertThat(p.roles()).containsExactly(Role.REVIEWER));
        assertThat(people.withRole(Role.REVIEWER)).extracting(Person::id).contains("acc-5");
        assertThat(row(mvc.perform(get("/accounts.csv").locale(Locale.JAPANESE).with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), "新しい 役割"))
                .contains("この版にない役割: HARBOUR_MASTER");
    }

    private void account(String id, String name, Set<Role> roles, String office, Duration ago) {
        people.remember(new Person(id, name, roles, office, false, "user-" + name.hashCode()), null);
        if (ago != null) {
            people.seen(id, Instant.now().minus(ago));
        }
    }

    private int lines() {
        return jdbc.sql("select count(*) from organization.account_review").query(Integer.class).single();
    }

    private static String row(String csv, String name) {
        return csv.lines().filter(line -> line.startsWith('"' + name + '"')).findFirst().orElseThrow();
    }
}
