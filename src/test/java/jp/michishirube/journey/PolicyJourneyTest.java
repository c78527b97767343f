package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.Product;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.ProductSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same case walked from the first question to the recipients under three policies, in a browser: the product is started three
 * times, and nothing differs but the city's {@code municipality.yaml} in its own folder.
 */
@ExtendWith(Chromium.class)
class PolicyJourneyTest {

    private static final Path YAML = Path.of("forms", "990019", "municipality.yaml");
    private static final String SEPARATE = "asking: SEPARATE";

    @Test
    void separateAsksForTheMakingAndLaterForTheGiving() throws IOException {
        try (City city = new City("separate", yaml())) {
            assertThat(city.notices("creation")).containsExactly("個別避難計画を作ることへの同意");
            assertThat(city.text()).contains("取得します").doesNotContain("提供します");
            city.answer("creation", "yes").record("creation");
            city.handInApproveSealSign();
            city.walk.await("ObtainSharingConsent");
            assertThat(city.notices("sharing")).hasSize(2);
            assertThat(city.text()).contains("提供します");
            city.answer("giving", "yes").answer("sharing", "no").record("sharing");
            city.walk.awaitInForce();
            city.plans.awaitState(city.file, Party.Kind.CARE_CIRCLE, "DELIVERED");
            city.plans.awaitState(city.file, Party.Kind.NEIGHBOURHOOD, "NOT_ALLOWED");
            city.desk.go("/cases/" + city.file.number() + "/sharing").sees("届きました", "本人が同意しませんでした").check("policy-separate-sharing");
        }
    }

    @Test
    void combinedAsksOnceAndRecordsTwoPurposes() throws IOException {
        try (City city = new City("combined", yaml().replace(SEPARATE, "asking: COMBINED"))) {
            assertThat(city.notices("creation")).hasSize(2).first().isEqualTo("計画を作り、支援者へ提供することへの同意（まとめて）");
            assertThat(city.text()).contains("取得します", "提供します");
            city.answer("combined", "yes").record("creation");
            city.desk.go("/cases/" + city.file.number() + "/consents").sees("説明文「計画を作り、支援者へ提供することへの同意（まとめて）」第1版");
            assertThat(city.desk.page.locator("ol.history > li").count()).as("one answer, two purposes").isEqualTo(2);
            city.handInApproveSealSign();
            city.walk.awaitInForce();
            city.plans.awaitState(city.file, Party.Kind.CARE_CIRCLE, "DELIVERED");
            city.plans.awaitState(city.file, Party.Kind.NEIGHBOURHOOD, "NOT_ALLOWED");
            city.desk.go("/cases/" + city.file.number() + "/sharing").sees("届きました", "同意をまだ聞いていません").check("policy-combined-sharing");
        }
    }

    @Test
    void ordinanceSharesUnlessThePersonRefuses() throws IOException {
        try (City city = new City("ordinance", yaml().replace(SEPARATE, """
                asking: SEPARATE
                  ordinance:
                    name: 避難行動要支援者名簿等の提供に関する条例
                    number: 令和7年条例第12号
                    recipients: [NEIGHBOURHOOD, WELFARE_COMMISSIONER, FIRE_SERVICE]
                """))) {
            assertThat(city.notices("creation")).as("making a plan takes a yes all the same").hasSize(1);
            city.answer("creation", "yes").record("creation");
            city.desk.go("/cases/" + city.file.number() + "/consents").sees("条例により提供できます", "令和7年条例第12号");
            city.handInApproveSealSign();
            city.walk.awaitInForce();
            city.plans.awaitState(city.file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
            city.plans.awaitState(city.file, Party.Kind.CARE_CIRCLE, "NOT_ALLOWED");
            city.desk.go("/cases/" + city.file.number() + "/sharing").sees("条例").check("policy-ordinance-sharing");
            assertThat(city.notices("sharing")).hasSize(2);
            city.answer("giving", "no").answer("sharing", "no").record("sharing");
            city.plans.awaitState(city.file, Party.Kind.NEIGHBOURHOOD, "RECALLED");
            city.desk.go("/cases/" + city.file.number() + "/sharing").sees("引き上げました").check("policy-ordinance-refused");
        }
    }

    private static String yaml() throws IOException {
        String yaml = Files.readString(YAML);
        assertThat(yaml).contains(SEPARATE);
        return yaml;
    }

    /** The product with a folder of its own, a case just received, and a care manager at her tablet. */
    private static final class City implements AutoCloseable {

        private final String name;
        private final ConfigurableApplicationContext product;
        private final SharedPlans plans;
        private final CaseFile file;
        private final TownWalk walk;
        private final Desk desk;

        City(String name, String yaml) throws IOException {
            this.name = name;
            Path folder = Path.of("target", "policies", name);
            Files.createDirectories(folder.resolve("forms/990019"));
            Files.writeString(folder.resolve("forms/990019/municipality.yaml"), yaml);
            product = new SpringApplicationBuilder(Product.class).profiles("demo").initializers(new ProductSurroundings())
                    .registerShutdownHook(false).run("--server.port=0", "--michishirube.override-dir=" + folder.toAbsolutePath(),
                            // Engines are known by name to the whole JVM; closing this one must not take away another's.
                            "--camunda.bpm.process-engine-name=" + name);
            plans = product.getBean(SharedPlans.class);
            file = product.getBean(OpenCase.class).open(new Resident(0, "POLICY-J", "MC-0001", "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12),
                    "女", "990-0011", "みちしるべ市青葉町二丁目6番13号", "0990-22-1007", "青葉町"), "AOBA", 1);
            walk = new TownWalk(product.getEnvironment().getProperty("local.server.port", Integer.class), product.getBean(JdbcClient.class),
                    "policy-" + name, file.resident().cityNumber());
            desk = walk.desk("aoba2");
        }

        /** @return titles of the notices that the page asks with */
        List<String> notices(String stage) {
            desk.go("/cases/" + file.number() + "/consents/" + stage).check("policy-" + name + "-" + stage);
            return desk.page.locator("section.question > h2").allInnerTexts();
        }

        String text() {
            // Without the furigana between the letters.
            desk.page.evaluate("() => document.querySelectorAll('rt, rp').forEach(e => e.remove())");
            return desk.page.locator("form[enctype]").innerText();
        }

        City answer(String notice, String answer) {
            desk.page.locator("input[name='decision-" + notice + "'][value='" + answer + "']").check();
            return this;
        }

        void record(String stage) {
            Locator channel = desk.page.locator("input[name=channel][value=ELECTRONIC]");
            channel.check();
            desk.press("記録する").sees("同意の記録を保存しました").check("policy-" + name + "-" + stage + "-recorded");
        }

        /** Every station between the two gates: what each needs is the same under every policy. */
        void handInApproveSealSign() {
            walk.interview();
            StoryJourneyTest.fillIn(desk, walk.number());
            walk.handIn();
            walk.approve("review1");
            walk.sign();
        }

        @Override
        public void close() {
            walk.close();
            product.close();
        }
    }
}
