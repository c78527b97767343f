package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A morning with the work list, by mouse, by touch and by keys: an area of its own, so that other tests' cases do not matter. */
@ProductTest
@ExtendWith(Chromium.class)
class InboxJourneyTest {

    @LocalServerPort int port;
    @Autowired OpenCase openCase;
    @Autowired Loop loop;

    private CaseFile open(String area, String name, String kana, int priority) {
        return openCase.open(new Resident(0, area + name, null, name, kana, LocalDate.of(1940, 1, 1), "女", "", area + "1-1", "", area), "WAKAKUSA", priority);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "820, 1180"})
    void filtersStayWhileACaseIsOpenedAndManyAreHandedToAColleague(int width, int height) {
        String area = "朝" + width + "町";
        CaseFile hana = open(area, "髙橋 朝子", "タカハシ アサコ", 1);
        CaseFile taro = open(area, "𠮷田 朝男", "ヨシダ アサオ", 4);
        String query = "tab=office&order=name&area=" + area;
        try (Desk desk = new Desk("http://localhost:" + port, width, height).signIn("wakakusa1");
                Desk other = new Desk("http://localhost:" + port, width, height).signIn("wakakusa2")) {
            WorkList list = new WorkList(desk).open(query);
            Assertions.assertThat(list.numbers()).containsExactly(hana.number().value(), taro.number().value());
            assertThat(list.row(hana.number().value())).containsText("未読");
            desk.check("inbox-filtered");
            list.search("高橋");
            Assertions.assertThat(list.numbers()).containsExactly(hana.number().value());
            desk.page.locator("table.inbox .main-link").first().click();
            desk.sees("髙橋 朝子").check("case-from-list");
            desk.follow("一覧に戻る");
            Assertions.assertThat(list.numbers()).as("the same filter").containsExactly(hana.number().value());
            assertThat(list.row(hana.number().value())).not().containsText("未読");
            list.saveFilter("高橋さん" + width);
            list.open(query);
            desk.follow("高橋さん" + width);
            Assertions.assertThat(list.numbers()).containsExactly(hana.number().value());

            list.open(query).select(hana.number().value(), taro.number().value()).handTo("伊藤 翔");
            desk.sees("2件を引き渡しました").check("inbox-handed");
            other.go("/notices").sees("仕事が引き渡されました");
            list.open(query).select(hana.number().value()).act("引き受ける");
            desk.sees("ほかの人が担当しています", "伊藤 翔").check("inbox-take-over");
            desk.press("引き継ぐ");
            other.go("/notices").sees("ほかの人が引き継ぎました");
            list.open(query).act("引き受ける");
            desk.sees("仕事を選んでから");
            list.hide("priority");
            assertThat(desk.page.locator("table.inbox")).not().containsText("優先度");
            desk.check("inbox-columns");
            desk.go("/inbox?tab=office&area=" + area + "&lang=en").sees("Work list", "Days waiting").check("inbox-in-english");
        }
    }

    @Test
    void theKeysMoveSelectOpenAndExplainThemselves() {
        String area = "鍵町";
        CaseFile one = open(area, "鍵 一", "カギ イチ", 1);
        CaseFile two = open(area, "鍵 二", "カギ ニ", 2);
        try (Desk desk = new Desk("http://localhost:" + port, 1280, 900).signIn("wakakusa2")) {
            WorkList list = new WorkList(desk).open("tab=office&order=priority&area=" + area);
            list.key("j").key("j").key("x");
            assertThat(list.row(two.number().value()).locator("input[name=task]")).isChecked();
            assertThat(desk.page.locator("#chosen")).hasText("1");
            list.key("k").key("?");
            assertThat(desk.page.locator("#keys")).hasAttribute("open", "");
            desk.check("inbox-keys");
            list.key("Enter");
            desk.page.waitForURL(Pattern.compile(".*/cases/" + one.number()));
            list.open("tab=office&order=priority&area=" + area).key("/");
            assertThat(desk.page.locator("#q")).isFocused();
            desk.page.keyboard().type("jxt");
            assertThat(desk.page.locator("#q")).hasValue("jxt");
            desk.page.locator("table.inbox input[name=task]").first().focus();
            list.key("Enter");
            assertThat(desk.page.locator("table.inbox")).isVisible();
            Assertions.assertThat(desk.path()).as("Enter on a box takes nothing").startsWith("/inbox?");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "820, 1180"})
    void theCityApprovesSeveralAndSeesItsQueues(int width, int height) {
        CaseFile one = loop.atReview();
        CaseFile two = loop.atReview();
        try (Desk desk = new Desk("http://localhost:" + port, width, height).signIn("review2")) {
            desk.check("inbox-reviewer");
            WorkList list = new WorkList(desk);
            desk.go("/approvals?case=" + one.number() + "&case=" + two.number()).check("approvals");
            for (var box : desk.page.locator("input[name=plan]").all()) {
                box.check();
            }
            desk.press("選んだ計画を承認する").sees("2件を承認しました");
            list.open("tab=office");
            desk.follow("事業所・段階ごとの待ち状況").sees("段階ごと", "事業所ごと").check("queues");
            desk.page.locator("table.queues a").first().click();
            desk.page.waitForURL(Pattern.compile(".*/inbox\\?tab=.*step=.*"));
            desk.go("/inbox/queues?lang=en").sees("By step").check("queues-in-english");
        }
    }

    @Test
    void theCasePagesAreFoundUnderFiveTabs() {
        CaseFile file = loop.atReview();
        try (Desk desk = new Desk("http://localhost:" + port, 820, 1180).signIn("review1")) {
            desk.go("/cases/" + file.number()).check("case-tabs");
            assertThat(desk.page.locator(".tabs li")).hasCount(5);
            for (String tab : new String[] {"計画", "審査・連絡", "同意・共有", "記録"}) {
                desk.page.locator(".tabs a", new Page.LocatorOptions().setHasText(tab)).click();
                assertThat(desk.page.locator(".tabs a[aria-current]")).hasText(tab);
                assertThat(desk.page.locator(".subtabs a[aria-current=page]")).hasCount(1);
            }
            desk.check("case-records");
        }
    }
}
