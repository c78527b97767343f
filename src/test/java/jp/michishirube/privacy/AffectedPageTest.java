package jp.michishirube.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An account's laptop is lost: whose data was on its screen, in a list and one by one, and what the log cannot say. */
@ProductTest
class AffectedPageTest {

    private static final String READER = "aff-lost-laptop";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private JdbcClient jdbc;

    @Test
    void thePeopleWhomAnAccountSawAreNamedAndWhatIsNotKnownIsCounted() throws Exception {
        CaseFile seen = person("AFF-1", "漏洩 見太");
        CaseFile listed = person("AFF-2", "漏洩 一覧");
        CaseFile other = person("AFF-3", "漏洩 無関");
        RequestPostProcessor lost = As.person(READER, "紛失 した人", "AOBA", Role.CARE_MANAGER);
        assertThat(mvc.perform(get("/cases/{n}", seen.number()).with(lost)).andReturn().getResponse().getStatus()).isEqualTo(200);
        mvc.perform(get("/cases/{n}", other.number()).with(As.aoba1()));
        line("inbox", false, 1, "array[" + listed.id().value() + "]::bigint[]", "'{}'");
        line("roster-wrong-csv", true, 2, "'{}'", "'{AFF-2,AFF-ROSTER-ONLY}'");
        line("roster-columns", false, 7, "'{}'", "'{}'");

        String page = page(As.roster1(), READER);
        assertThat(page).contains("漏洩 見太", "漏洩 一覧", "AFF-ROSTER-ONLY", "（名簿だけの人）", "3人の情報が見られました", "7件表示されました", "紛失 した人", "記録は")
                .doesNotContain("漏洩 無関", "??");
        assertThat(page(As.roster1(), "")).as("everybody's").contains("漏洩 無関", "漏洩 見太");
        String csv = file(As.roster1(), READER);
        assertThat(csv.lines().filter(l -> l.contains("漏洩 一覧")).findFirst().orElseThrow()).contains("\"AFF-2\"", "\"2\"", "\"あり\"");
        assertThat(csv.lines().filter(l -> l.contains("漏洩 見太")).findFirst().orElseThrow()).contains("\"AFF-1\"", seen.number().value()).endsWith("\"\"");
        assertThat(csv).contains("7件表示されました");

        mvc.perform(post("/cases/{n}/protection", seen.number()).param("ground", "住民基本台帳事務における支援措置").param("until", LocalDate.now().plusYears(1).toString())
                .with(As.roster1()).with(csrf()));
        assertThat(page(As.roster1(), READER)).as("who may know reports all").contains("漏洩 見太", "3人の情報が見られました");
        assertThat(file(As.roster1(), READER)).as("a file names nobody protected, and says that it does not").doesNotContain("漏洩 見太", "AFF-1").contains("ほかに1人います");
        assertThat(jdbc.sql("select filter ->> 'reader' from privacy.list_read where list = 'affected-file' order by id desc limit 1").query(String.class).single()).isEqualTo(READER);
    }

    @Test
    void onlyThoseWhoMayKnowOfEverybodyAsk() throws Exception {
        for (RequestPostProcessor who : List.of(As.review1(), As.aoba1(), As.admin1(), As.machi1(), As.system("cases:read"))) {
            assertThat(ask("/affected", who, READER).getStatus()).isEqualTo(403);
            assertThat(ask("/affected.csv", who, READER).getStatus()).isEqualTo(403);
        }
    }

    /** The provider's subject of a colleague under suspicion would stay in histories and in the logs of proxies. */
    @Test
    void whoIsLookedIntoStandsInNoAddress() throws Exception {
        String reader = "aff-looked-into";
        assertThat(mvc.perform(get("/cases/{n}", person("AFF-4", "漏洩 宛先").number()).with(As.person(reader, "紛失 した人", "AOBA", Role.CARE_MANAGER)))
                .andReturn().getResponse().getStatus()).isEqualTo(200);
        String page = page(As.roster1(), reader);
        assertThat(page).contains("action=\"/affected\"", "action=\"/affected.csv\"", "value=\"" + reader + "\"").doesNotContain("method=\"get\"", "reader=");
        assertThat(mvc.perform(get("/affected.csv").param("from", "2026-01-01T00:00").param("until", "2026-01-02T00:00").param("reader", reader).with(As.roster1()))
                .andReturn().getResponse().getStatus()).isEqualTo(405);
        assertThat(mvc.perform(get("/affected").param("from", "2026-01-01T00:00").param("until", "2027-01-01T00:00").param("reader", reader).with(As.roster1()))
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).as("an address of before opens the empty form").doesNotContain("漏洩", reader);
    }

    @Test
    void aTimeThatIsNoneIsToldAndNothingIsShown() throws Exception {
        for (String time : List.of("from=2026-01-02T00:00&until=2026-01-01T00:00", "from=2020-01-01T00:00&until=2026-01-01T00:00", "from=2026-01-01T00:00",
                "from=-99999-01-01T00:00&until=%2B999999999-01-01T00:00")) {
            MockHttpServletResponse answer = mvc.perform(post("/affected?" + time).locale(Locale.JAPANESE).with(As.roster1()).with(csrf())).andReturn().getResponse();
            assertThat(answer.getStatus()).as(time).isIn(200, 400);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).as(time).doesNotContain("人の情報が見られました");
            assertThat(mvc.perform(post("/affected.csv?" + time).with(As.roster1()).with(csrf())).andReturn().getResponse().getStatus()).as(time).isEqualTo(400);
        }
    }

    private CaseFile person(String number, String name) {
        return open.open(new Resident(0, number, null, name, "ロウエイ", LocalDate.of(1940, 3, 2), "女", "", "みちしるべ市青葉1", "", "青葉町"), "AOBA", 3);
    }

    private void line(String list, boolean leaves, int people, String cases, String numbers) {
        jdbc.sql("insert into privacy.list_read (at, person_id, name, role, list, leaves, people, cases, numbers) values (now(), ?, '紛失 した人', 'CARE_MANAGER', ?, ?, ?, " + cases + ", "
                + numbers + ")").params(READER, list, leaves, people).update();
    }

    private String page(RequestPostProcessor who, String reader) throws Exception {
        return ask("/affected", who, reader).getContentAsString(StandardCharsets.UTF_8);
    }

    private String file(RequestPostProcessor who, String reader) throws Exception {
        return ask("/affected.csv", who, reader).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(String path, RequestPostProcessor who, String reader) throws Exception {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Tokyo"));
        return mvc.perform(post(path).param("from", now.minusHours(5).toString()).param("until", now.plusHours(5).toString()).param("reader", reader).locale(Locale.JAPANESE)
                .with(who).with(csrf())).andReturn().getResponse();
    }
}
