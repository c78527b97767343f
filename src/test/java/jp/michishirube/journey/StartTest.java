package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product in a JVM of its own, as README starts it. Cockpit is tried here: it keeps its engine in static fields, as if there were
 * one product in a JVM, and the other tests have several.
 */
@ExtendWith(Chromium.class)
class StartTest {

    @Test
    void theBoxNamesAddressesAndAccountsAndCockpitOpensToTheProcessAdminAlone(@TempDir Path home) {
        try (StartedProduct product = new StartedProduct(home)) {
            product.start();
            assertThat(product.said()).contains("| " + "Cockpit").contains(product.address(), product.sandbox())
                    .contains("aoba1", "review1", "roster1", "admin1", "machi1").doesNotContain("Exception");
            try (Desk admin = new Desk(product.address(), 1280, 900).signIn("admin1")) {
                admin.page.route("**/cockpitPlugins/static/app/plugin.js*", StartTest::late, new Page.RouteOptions().setTimes(1));
                admin.go("/camunda/app/cockpit/default/#/processes");
                assertThat(admin.page).hasTitle(Pattern.compile("Cockpit"));
                assertThat(admin.page.locator("body")).containsText("個別避難計画");
                Pictures.ofScreen(admin.page, "cockpit");
            }
            try (Desk other = new Desk(product.address(), 1280, 900).signIn("aoba1")) {
                assertThat(other.page.navigate(product.address() + "/camunda/app/cockpit/default/").status()).isEqualTo(403);
            }
        }
    }

    /** As on a busy server: later than the seven seconds after which Cockpit, left to itself, gives its page up and stays white. */
    private static void late(Route route) {
        try {
            Thread.sleep(8_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        route.resume();
    }

    @Test
    void aDatabaseThatIsAwayEndsInOneSentence(@TempDir Path home) {
        refuses(home, "データベースに接続できません", "--spring.datasource.url=jdbc:postgresql://localhost:1/michishirube");
    }

    @Test
    void aDatabaseThatIsMissingEndsInOneSentence(@TempDir Path home) {
        String missing = Surroundings.postgres().getJdbcUrl("postgres", "no_such_database");
        refuses(home, "そのデータベースはまだありません", "--spring.datasource.url=" + missing);
    }

    @Test
    void aDataFolderThatCannotBeWrittenEndsInOneSentence(@TempDir Path home) throws IOException {
        Files.createFile(home.resolve("data"));
        refuses(home, "書き込めません");
    }

    private static void refuses(Path home, String sentence, String... settings) {
        try (StartedProduct product = new StartedProduct(home)) {
            assertThat(product.refusal(settings)).contains(sentence).doesNotContain("Exception", "\tat ");
        }
    }
}
