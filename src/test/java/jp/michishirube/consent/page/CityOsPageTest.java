package jp.michishirube.consent.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.sandbox.Sandbox;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A resident decides on the city OS's own page: the message comes in over HTTP, with the city OS's token. */
@ProductTest
class CityOsPageTest {

    /** On the city OS's page, and no other test's resident. */
    private static final String RESIDENT = "MC-0037";

    @LocalServerPort private int port;
    @Value("${michishirube.oidc.issuer}") private String issuer;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private JdbcClient jdbc;

    @Test
    void aYesAndItsWithdrawalThereActHere() {
        CaseFile file = open.open(new Resident(0, "CITYOS-1", RESIDENT, "試験 宗介", "シケン ソウスケ", LocalDate.of(1941, 6, 1), "男",
                "990-0001", "みちしるべ市青葉1丁目2番", "0990-00-0009", "青葉町"), "AOBA", 1);
        assertThat(process.openSteps(file.id())).containsExactly(Step.OBTAIN_CREATION_CONSENT);
        // A city OS that knows this test's product; its tokens are those of the provider that the product trusts.
        try (var cityOs = Sandbox.start(0, 0, "http://localhost:" + port, issuer)) {
            SandboxPages page = new SandboxPages("http://localhost:" + Sandbox.port(cityOs));
            page.post("/cityos", "/cityos/consents", "resident=" + RESIDENT + "&purpose=PLAN_MAKING&state=GIVEN");
            assertThat(page.get("/cityos")).contains(RESIDENT + " PLAN_MAKING GIVEN").doesNotContain("GIVEN: ");
            assertThat(states(file)).containsExactly("GIVEN");
            assertThat(process.openSteps(file.id())).doesNotContain(Step.OBTAIN_CREATION_CONSENT);

            page.post("/cityos", "/cityos/consents", "resident=" + RESIDENT + "&purpose=PLAN_MAKING&state=WITHDRAWN");
            assertThat(states(file)).containsExactly("WITHDRAWN");
            assertThat(cases.get(file.id()).state().isEnded()).isTrue();
        }
    }

    private List<String> states(CaseFile file) {
        return jdbc.sql("select state from consent.standing where resident_id = ?").param(file.resident().id()).query(String.class).list();
    }
}
