package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.PlaceChoices;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.review.MakeRemark;
import jp.michishirube.review.RemarkKind;
import jp.michishirube.review.ReturnPlan;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.workflow.Mornings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Two windows, an office and the city: three rounds with a reply, an accepted proposal, a kept answer, a reminder, an escalation and
 * the approval, all by the pages; only the mornings come when the test wishes.
 */
@ProductTest
@ExtendWith(Chromium.class)
class ReviewJourneyTest {

    @LocalServerPort int port;
    @Autowired Loop loop;
    @Autowired Mornings mornings;
    @Autowired PlaceChoices places;
    @Autowired SubmitPlan submit;
    @Autowired MakeRemark remark;
    @Autowired ReturnPlan giveBack;

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
            giveBack(city);

            timePasses(file, office);
            office.go("/cases/" + number + "/remarks");
            PageCheck.check(office.page, "remarks");
            office.press("提案どおりに直す");
            reply(office, "夜間は娘が来る予定です。それを書けばよいですか。");
            city.go("/notices").sees("指摘に返信がありました");
            PageCheck.check(city.page, "notices");
            city.go("/cases/" + number + "/remarks");
            PageCheck.check(city.page, "remarks-city");
            reply(city, "はい、それで結構です。");
            office.go("/cases/" + number + "/remarks").sees("はい、それで結構です。");
            office.page.locator("summary:has-text('直さない理由を書く')").nth(1).click();
            office.page.locator("textarea[id^=kept]").nth(1).fill("本人の希望で、歩いて行きます。");
            office.press("理由を記録する");
            PageCheck.check(office.page, "remarks-answered");
            office.go("/cases/" + number + "/messages");
            office.page.locator("#text").fill("受け取る書類は原本が必要ですか。");
            office.press("送る");
            PageCheck.check(office.page, "messages");
            office.go("/cases/" + number + "/interview");
            PageCheck.check(office.page, "revision");
            assertThat(field(office, "/resident/name").isEditable()).as("what nobody remarked on is locked").isFalse();
            handIn(office, number);

            city.go("/cases/" + number + "/review");
            PageCheck.check(city.page, "review-second");
            city.sees("第1版からの変更（1件）", "本人の希望で、歩いて行きます。");
            remarkOn(city, "/contacts", "もう1人いると安心です", null);
            giveBack(city);
            office.go("/cases/" + number + "/interview");
            office.page.locator("[data-group='/contacts'] button[name=add]").click();
            Locator row = office.page.locator("[data-group='/contacts'] .plan-rows > .plan-row").last();
            row.locator("input[name$='/name']").fill("試験 次郎");
            row.locator("input[name$='/relation']").fill("息子");
            row.locator("input[name$='/phone']").fill("090-1234-0000");
            handIn(office, number);

            city.go("/cases/" + number + "/review?with=1&version=3");
            PageCheck.check(city.page, "review-compare");
            city.go("/cases/" + number + "/review");
            remarkOn(city, "/start/order", "だれがだれに電話するかを書いてください", null);
            giveBack(city);
            office.go("/cases/" + number + "/interview");
            field(office, "/start/order").fill("1 長女、2 隣の佐々木さん");
            handIn(office, number);

            city.go("/cases/" + number + "/review").press("第4版を承認する").sees("承認しました");
            office.go("/notices").sees("計画が承認されました", "計画が差し戻されました");
            assertThat(office.page.locator("main").innerText()).doesNotContain("試験");
            office.go("/notices/preferences");
            PageCheck.check(office.page, "notice-preferences");
            office.go("/cases/" + number + "/timeline").sees("期限を過ぎたまま", "第4版");
            PageCheck.check(office.page, "timeline-after-three-rounds");
            office.go("/cases/" + number + "/diagram");
            PageCheck.check(office.page, "diagram-after-three-rounds");
        }
    }

    @Test
    void aChangedPlaceIsSeenOnAMap() {
        CaseFile file = loop.atInterview();
        var near = places.of(file.id(), "flood", "site");
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            loop.write(file, Map.of("/places/flood/site", loop.json("{\"id\":\"" + near.get(0).id() + "\"}")));
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        loop.as("review1", () -> {
            remark.make(file, 1, "/places/flood/site", RemarkKind.WRONG, "橋を渡らない場所にしてください", null);
            giveBack.returnPlan(file, Step.REVIEW_PLAN, 1, null, false);
        });
        loop.as("aoba2", () -> {
            loop.write(file, Map.of("/places/flood/site", loop.json("{\"id\":\"" + near.get(1).id() + "\"}")));
            loop.resubmit(file);
        });
        try (Desk city = new Desk("http://localhost:" + port, 1280, 900).signIn("review1")) {
            city.go("/cases/" + file.number() + "/review").sees(near.get(0).name(), near.get(1).name());
            for (String pin : new String[] {".pin.before", ".pin.after"}) {
                city.page.locator("[data-place-map] " + pin).waitFor();
            }
            city.check("review-place-on-a-map");
        }
    }

    @Test
    void whatIsTypedOutlivesTheSession() {
        CaseFile file = loop.atReview();
        String base = "http://localhost:" + port;
        try (Desk city = new Desk(base, 820, 1180).signIn("review1")) {
            city.page.clock().install();
            city.go("/cases/" + file.number() + "/messages");
            city.page.locator("#text").fill("書きかけの長い連絡");
            city.page.context().clearCookies();
            city.page.clock().fastForward("01:01:00");
            city.sees("サインインの時間が切れた").check("messages-signed-out");
            city.button("送る").click();
            city.sees("サインインの時間が切れた");
            Page other = city.page.context().newPage();
            other.navigate(base + "/");
            other.locator("input[name=username]").fill("review1");
            other.locator("input[name=password]").fill(Desk.PASSWORD);
            other.locator("main form button").first().click();
            other.waitForURL(url -> url.startsWith(base));
            other.close();
            city.page.bringToFront();
            city.button("送る").click();
            city.sees("連絡を送りました", "書きかけの長い連絡");
        }
    }

    /** The office lets its due time pass: it is reminded on the day and after it, then its leader and the roster manager hear of it. */
    private void timePasses(CaseFile file, Desk office) {
        mornings.on(file, mornings.fromDueDay(file, 0));
        mornings.on(file, mornings.fromDueDay(file, 1));
        mornings.on(file, mornings.fromDueDay(file, 6));
        office.go("/notices").sees("期限の日です", "期限を過ぎています", "案件 " + file.number());
        for (String told : new String[] {"aoba1", "roster1"}) {
            try (Desk leader = new Desk("http://localhost:" + port, 1280, 900).signIn(told)) {
                leader.go("/notices");
                Locator notice = leader.page.locator("main li, main tr").filter(new Locator.FilterOptions().setHasText(file.number().value()))
                        .filter(new Locator.FilterOptions().setHasText("期限を過ぎたまま進んでいない案件があります"));
                assertThat(notice.count()).as("%s is told once", told).isEqualTo(1);
            }
        }
    }

    private static void reply(Desk desk, String text) {
        desk.page.locator("summary:has-text('返信する')").nth(1).click();
        desk.page.locator("textarea[id^=reply]").nth(1).fill(text);
        desk.press("返信を送る");
        desk.sees(text);
    }

    private static void giveBack(Desk city) {
        city.page.locator("button.danger").click();
        city.sees("差し戻しました");
    }

    /** By the page of the last look before handing in. */
    private static void handIn(Desk office, String number) {
        office.page.waitForFunction("() => !document.querySelector('[data-saved]').classList.contains('failed') && plan.idle()");
        office.go("/cases/" + number + "/interview/submission");
        PageCheck.check(office.page, "submission-of-a-revision");
        office.press("修正した計画を提出する");
        office.page.waitForURL(url -> url.endsWith("/cases/" + number));
    }

    private static Locator field(Desk office, String address) {
        return office.page.locator("[id='f-" + address + "']");
    }

    private static void remarkOn(Desk city, String pointer, String text, String proposed) {
        String id = "f" + pointer.replace('/', '-');
        Locator item = city.page.locator("#" + id);
        // What did not change since the last version is folded away.
        item.evaluate("e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }");
        item.locator("a.button").first().click();
        city.page.locator("#text").fill(text);
        if (proposed != null) {
            city.page.locator("#proposed").fill(proposed);
        }
        city.press("指摘を書き留める");
        city.sees(text);
    }
}
