package jp.michishirube.roster.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An office whose contract has ended, or has not begun, is marked in every list that names offices. */
@ProductTest
class EndedContractTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String ENDED = "旧委託の事業所（契約終了 " + TODAY.minusDays(1) + "）";
    private static final String COMING = "来月からの事業所（契約は" + TODAY.plusDays(30) + "から）";

    @Autowired MockMvc mvc;
    @Autowired Offices offices;
    @Autowired OpenCase openCase;
    @Autowired JdbcClient jdbc;

    private CaseFile file;
    private CaseFile other;

    @BeforeEach
    void casesOfSuchOffices() {
        offices.put(new Office("T-ENDED", "旧委託の事業所", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, LocalDate.of(2024, 4, 1), TODAY.minusDays(1)));
        offices.put(new Office("T-COMING", "来月からの事業所", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, TODAY.plusDays(30), null));
        file = caseOf("T-ENDED");
        other = caseOf("T-COMING");
    }

    private CaseFile caseOf(String office) {
        Resident resident = new Resident(0, office + "-" + System.nanoTime(), null, "契約 試験", "ケイヤク シケン", LocalDate.of(1940, 1, 1), "女", "", "契約町1", "", "契約町");
        CaseFile opened = openCase.open(resident, office, 1);
        jdbc.sql("""
                insert into roster.entry (city_number, person_key, place_key, data, priority, eligible, case_id, changed_at)
                values (?, ?, ?, '{"name": "契約 試験", "kana": "ケイヤク シケン", "birthDate": "1940-01-01", "area": "契約町"}', 1, true, ?, now())
                """).params(resident.cityNumber(), resident.cityNumber(), resident.cityNumber(), opened.id().value()).update();
        return opened;
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from roster.entry where case_id in (?, ?)").params(file.id().value(), other.id().value()).update();
        offices.put(new Office("T-ENDED", "旧委託の事業所", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, null));
        offices.put(new Office("T-COMING", "来月からの事業所", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roster/entries?area=契約町", "/roster/progress", "/inbox/queues", "/cases?area=契約町", "/prints"})
    void theListSaysSo(String path) throws Exception {
        assertThat(page(path, As.roster1())).contains(ENDED, COMING);
    }

    @Test
    void theWorkListAndItsFileSaySo() throws Exception {
        assertThat(page("/inbox?tab=waiting&area=契約町", As.review1())).contains(ENDED, COMING);
        assertThat(page("/inbox.csv?tab=waiting&area=契約町", As.review1())).contains(ENDED, COMING);
        assertThat(page("/cases/" + file.number(), As.review1())).contains(ENDED);
    }

    /** Behind how much each office has to do. */
    @Test
    void theChoicesOfAnAssignmentSaySo() throws Exception {
        assertThat(page("/roster/assignment", As.roster1())).containsPattern("旧委託の事業所（[^）]*）（契約終了 " + TODAY.minusDays(1) + "）")
                .containsPattern("来月からの事業所（[^）]*）（契約は" + TODAY.plusDays(30) + "から）");
    }

    @Test
    void inEnglishToo() throws Exception {
        String page = mvc.perform(get("/roster/progress").param("lang", "en").with(As.roster1()).locale(Locale.ENGLISH)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("(contract ended " + TODAY.minusDays(1) + ")");
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        String[] parts = path.split("\\?");
        var request = get(parts[0]).with(who).locale(Locale.JAPANESE);
        for (String param : parts.length > 1 ? parts[1].split("&") : new String[0]) {
            request.param(param.split("=")[0], param.split("=")[1]);
        }
        return mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
