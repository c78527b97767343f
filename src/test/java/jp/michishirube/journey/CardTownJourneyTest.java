package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.michishirube.journey.TownWalk.choose;
import static jp.michishirube.journey.TownWalk.field;
import static jp.michishirube.journey.TownWalk.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.testing.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** 水鏡町: a card of one page, both consents asked at once, and the office's own leader checks instead of the city. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"michishirube.municipality=990027", "michishirube.override-dir=target/card-town"})
class CardTownJourneyTest {

    private static final Path OWN_FORM = Path.of("target/card-town/forms/990027/plan.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Value("${michishirube.oidc.issuer}") String issuer;

    @BeforeAll
    static void withoutAnOwnForm() throws IOException {
        Files.deleteIfExists(OWN_FORM);
        Files.createDirectories(OWN_FORM.getParent());
    }

    @Test
    void thePlanOfATownByItsFolderThenANewerForm(CapturedOutput log) throws IOException {
        fromTheRosterToTheCareCircleByTheTownsOwnFolder();
        aNewerFormIsOfferedWithWhatItChangesAndACarelessOneIsNotTaken(log);
    }

    private void fromTheRosterToTheCareCircleByTheTownsOwnFolder() throws IOException {
        try (TownWalk walk = new TownWalk(port, jdbc, "card", "MK00001")) {
            walk.takeRosterIn("990027");
            walk.agree("creation");
            Desk desk = walk.interview().sees("わたしを助けてくれる人", "都市OSから", "ケアエールから").check("card-interview");
            choose(desk, "/supporters/carecircle-1/party", "ご近所");
            choose(desk, "/start/when", "警戒レベル3");
            walk.handIn();
            walk.desk("aoba1").go("/cases/" + walk.number()).sees("事業所").check("card-case");
            walk.approve("aoba1");
            walk.sign();
            walk.awaitInForce();
            desk.go("/cases/" + walk.number() + "/sharing").sees("ケアエール").check("card-sharing");
            walk.papers(1, 1);
            desk.go(issuer).sees("星野 ミツ", walk.number());
        }
    }

    private void aNewerFormIsOfferedWithWhatItChangesAndACarelessOneIsNotTaken(CapturedOutput log) throws IOException {
        try (TownWalk walk = new TownWalk(port, jdbc, "card-form", "MK00002")) {
            walk.agree("creation");
            Desk desk = walk.interview();
            type(desk, "/remarks/text", "犬が一匹いる");
            desk.press("保存する");
            assertThat(desk.page.locator("[data-saved]")).containsText("保存しました");

            ObjectNode form = (ObjectNode) JSON.readTree(Path.of("forms/990027/plan.schema.json").toFile());
            ((ObjectNode) form.at("/properties/remarks/properties/text")).put("title", "こっそり変えた項目");
            write(form.toString());
            awaitLog(desk, log, "give it a new x-version");
            write("{\"title\":");
            awaitLog(desk, log, "is no JSON");
            assertThat(desk.page.locator("body")).not().containsText("こっそり変えた項目");

            form.put("x-version", "2026.9");
            ((ObjectNode) form.at("/properties/remarks")).set("properties", JSON.readTree("""
                    {"pets": {"type": "string", "maxLength": 100, "title": "ペット", "x-label-en": "Pets", "x-kind": "text"}}"""));
            ((ObjectNode) form.at("/properties/start/properties/when")).put("title", "逃げはじめるとき");
            write(form.toString());
            Eventually.until(() -> {
                desk.page.reload();
                return desk.page.locator("body").innerText().contains("新しい様式");
            });
            desk.follow("何が変わるか").sees("ペット", "犬が一匹いる", "逃げはじめるとき").check("card-form-changes").press("新しい様式に移す");
            assertThat(field(desk, "/remarks/pets")).isVisible();
            assertThat(field(desk, "/resident/name").locator("input[type=text]")).hasValue("髙木 善三");
            for (var party : desk.page.locator("[data-field$='/party'] label.choice:has-text('ご近所') input").all()) {
                party.check();
            }
            choose(desk, "/start/when", "警戒レベル3");
            walk.handIn();
            walk.await("ReviewPlan");
        }
        // The plan of before still reads as it was asked.
        try (TownWalk walk = new TownWalk(port, jdbc, "card", "MK00001")) {
            walk.desk("aoba2").go("/cases/" + walk.number() + "/plan").sees("星野 ミツ", "きっかけ");
        }
    }

    private static void write(String form) throws IOException {
        Files.writeString(OWN_FORM, form);
    }

    /** The form is looked at again when a page asks for it. */
    private static void awaitLog(Desk desk, CapturedOutput log, String text) {
        Eventually.until(() -> {
            desk.page.reload();
            return log.getAll().contains(text);
        });
    }
}
