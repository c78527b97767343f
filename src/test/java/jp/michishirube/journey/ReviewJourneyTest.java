package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two windows, an office and the city: three rounds with replies, an accepted proposal and a kept answer, until the approval. */
@ProductTest
@ExtendWith(Chromium.class)
class ReviewJourneyTest {

    @LocalServerPort int port;
    @Autowired Loop loop;

    @ParameterizedTest
    @CsvSource({"1280, 900", "820, 1180"})
    void threeRoundsInTwoWindows(int width, int height) {
        CaseFile file = loop.atReview();
        String base = "http://localhost:" + port;
        String number = file.number().value();
        try (Desk city = new Desk(base, width, height).signIn("review1"); Desk office = new Desk(base, width, height).signIn("aoba2")) {
            city.go("/cases/" + number + "/review");
            PageCheck.check(city.page, "review");
            remarkOn(city, "/resident/phone", "電話番号が名簿と違います", "0242-33-4444");
            remarkOn(city, "/route/means", "夜間の移動のしかたも書いてください", null);
            PageCheck.check(city.page, "review-with-remarks");
            city.page.locator("#note").fill("2か所を確かめてください。");
            city.page.locator("button.danger").click();
            city.sees("差し戻しました");

            office.go("/cases/" + number + "/remarks");
            PageCheck.check(office.page, "remarks");
            office.press("提案どおりに直す");
            office.page.locator("summary:has-text('返信する')").nth(1).click();
            office.page.locator("textarea[id^=reply]").nth(1).fill("夜間は娘が来る予定です。それを書けばよいですか。");
            office.press("返信を送る");
            city.go("/notices");
            PageCheck.check(city.page, "notices");
            city.go("/cases/" + number + "/remarks");
            PageCheck.check(city.page, "remarks-city");
            office.go("/cases/" + number + "/remarks");
            office.page.locator("summary:has-text('直さない理由を書く')").nth(1).click();
            office.page.locator("textarea[id^=kept]").nth(1).fill("本人の希望で、歩いて行きます。");
            office.press("理由を記録する");
            PageCheck.check(office.page, "remarks-answered");
            office.go("/cases/" + number + "/messages");
            office.page.locator("#text").fill("受け取る書類は原本が必要ですか。");
            office.press("送る");
            PageCheck.check(office.page, "messages");
            loop.as("aoba2", () -> loop.resubmit(file));

            city.go("/cases/" + number + "/review");
            PageCheck.check(city.page, "review-second");
            city.sees("第1版からの変更（1件）");
            remarkOn(city, "/contacts", "もう1人いると安心です", null);
            city.page.locator("button.danger").click();
            city.sees("差し戻しました");
            loop.as("aoba2", () -> {
                loop.write(file, Map.of("/contacts/c9", loop.json("{\"name\":\"試験 次郎\",\"relation\":\"息子\",\"phone\":\"090-1234-0000\"}")));
                loop.resubmit(file);
            });
            city.go("/cases/" + number + "/review?with=1&version=3");
            PageCheck.check(city.page, "review-compare");
            city.go("/cases/" + number + "/review");
            city.press("第3版を承認する").sees("承認しました");
            office.go("/notices").sees("計画が承認されました", "計画が差し戻されました");
            assertThat(office.page.locator("main").innerText()).doesNotContain("試験");
            office.go("/notices/preferences");
            PageCheck.check(office.page, "notice-preferences");
        }
    }

    private static void remarkOn(Desk city, String pointer, String text, String proposed) {
        String id = "f" + pointer.replace('/', '-');
        city.page.locator("#" + id + " a.button").first().click();
        city.page.locator("#text").fill(text);
        if (proposed != null) {
            city.page.locator("#proposed").fill(proposed);
        }
        city.press("指摘を書き留める").sees(text);
    }
}
