package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.entry.Verdict;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A city may let others than those who import the roster set 支援措置: whom a file names as protected is then hidden from its reader too. */
@ProductTest
class ShowRowsTest {

    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;

    @Test
    void whomTheFileNamesAsProtectedIsShownToThoseAloneWhoSetIt() {
        Supplier<List<RowView>> rows = () -> List.of(row(2, "true"), row(3, ""), row(4, "false"));
        assertThat(show(true).rows("roster-preview", 0, rows)).extracting(RowView::line).containsExactly(2L, 3L, 4L);
        assertThat(show(false).rows("roster-preview", 0, rows)).extracting(RowView::line).containsExactly(3L, 4L);
    }

    /** A wrong row is wrong in its number, too: whom it names decides. The file of wrong rows goes by mail to whoever made the list. */
    @Test
    void aProtectedPersonIsKnownByNameWhereTheRowBearsNoNumberOrAnothers() throws Exception {
        CaseFile file = open.open(new Resident(0, "WRONG-P1", null, "守谷 隠子", "モリヤ", LocalDate.of(1938, 4, 5), "女", "", "みちしるべ市青葉1", "", "青葉町"), null, 1);
        mvc.perform(post("/cases/{n}/protection", file.number()).param("ground", "住民基本台帳事務における支援措置").param("until", LocalDate.now().plusYears(1).toString())
                .with(As.roster1()).with(csrf()));
        long intake = jdbc.sql("""
                insert into roster.intake (kind, state, full_list, file_name, sha256, header, header_line, mapping, counts, received_at, checked_at, received_by, received_name)
                values ('RESIDENTS', 'READY', false, 'a.csv', 'x', '["氏名"]', 1, '{"asIs": true, "uses": [{"column": 0, "heading": "氏名", "target": "name"}]}', '{"WRONG": 5}', now(), now(),
                    'roster1', '加藤 浩') returning id
                """).query(Long.class).single();
        wrong(intake, 2, null, "守谷　隠子", "1938-04-05");
        wrong(intake, 3, "WRONG-OTHER", "守谷隠子", "たぶん昭和");
        wrong(intake, 4, null, "守谷 隠子", "1971-01-01");
        wrong(intake, 5, "WRONG-P1", "別名 太郎", "1938-04-05");
        wrong(intake, 6, null, "公田 開子", "1938-04-05");
        String csv = mvc.perform(get("/roster/imports/{i}/wrong.csv", intake).with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1).map(l -> l.replaceAll("^\"?(\\d+)\"?,.*", "$1"))).as("a namesake of another day, and somebody else").containsExactly("4", "6");
        assertThat(mvc.perform(get("/api/v1/roster-imports/{i}", intake).with(As.system("roster:read"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("公田 開子").doesNotContain("守谷　隠子", "守谷隠子", "別名 太郎");
        assertThat(mvc.perform(get("/roster/imports/{i}?show=WRONG", intake).with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .as("who sets it sees all on the screen").contains("守谷　隠子", "別名 太郎");
    }

    /** Whoever confirms is asked whether another list came in since the check: without its time nobody could say so. */
    @Test
    void noListWaitsForAConfirmationOrRunsThatWasNotChecked() {
        for (String state : List.of("READY", "RUNNING", "DONE")) {
            assertThatThrownBy(() -> jdbc.sql("""
                    insert into roster.intake (kind, state, full_list, file_name, sha256, header, header_line, mapping, counts, received_at, received_by, received_name)
                    values ('RESIDENTS', ?, false, 'a.csv', 'x', '[]', 1, '{"asIs": true, "uses": []}', '{}', now(), 'roster1', '加藤 浩')
                    """).param(state).update()).as(state).hasMessageContaining("ready_is_checked");
        }
    }

    private void wrong(long intake, int line, String number, String name, String born) {
        jdbc.sql("insert into roster.intake_row (intake, line, verdict, city_number, data, problems) values (?, ?, 'WRONG', ?, jsonb_build_object('name', ?, 'birthDate', ?), "
                + "jsonb_build_array(jsonb_build_object('column', 'name', 'value', ?, 'kind', 'name')))").params(intake, line, number, name, born, name).update();
    }

    private ShowRows show(boolean setter) {
        ProtectedPeople people = mock(ProtectedPeople.class);
        when(people.maySet(any())).thenReturn(setter);
        WhoAmI who = mock(WhoAmI.class);
        when(who.me()).thenReturn(new Person("r", "名簿 担当", java.util.Set.of(Role.ROSTER_MANAGER), null, false));
        return new ShowRows(new PeopleLists() {
            @Override
            public <T> List<T> show(Shown list, Supplier<List<T>> rows, Function<T, Somebody> whom) {
                return rows.get();
            }

            @Override
            public <T> List<T> show(Person reader, Shown list, Supplier<List<T>> rows, Function<T, Somebody> whom) {
                return rows.get();
            }
        }, people, jdbc, who);
    }

    private static RowView row(long line, String isProtected) {
        return new RowView(line, Verdict.NEW, Map.of("name", "試験 花子", "protected", isProtected), List.of(), List.of(), 1, true, List.of(), null, null, Map.of(), Map.of());
    }
}
