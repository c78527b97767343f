package jp.michishirube.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a whole case costs the people who work on it, from consent to sharing: presses and pages. Nobody opens an address or a page twice;
 * after each act the next thing is on the page, with the focus on it.
 */
@ProductTest
@ExtendWith(Chromium.class)
class ClicksJourneyTest {

    private static final int MOST_CLICKS = 20;
    private static final int MOST_LOADS = 14;

    @LocalServerPort int port;
    @Autowired OpenCase openCase;
    @Autowired JdbcClient jdbc;

    private final AtomicInteger clicks = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void aWholeCaseTakesFewClicksAndPages() {
        CaseFile file = openCase.open(new Resident(0, "CLICKS-1", "MC-0001", "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12),
                "女", "990-0011", "みちしるべ市青葉町二丁目6番13号", "0990-22-1007", "青葉町"), "AOBA", 1);
        String number = file.number().value();
        try (Desk office = counted(new Desk("http://localhost:" + port, 820, 1180).signIn("aoba2"));
                Desk city = counted(new Desk("http://localhost:" + port, 1280, 900).signIn("review1"))) {
            take(office, number);
            office.sees("計画を作ることの同意");
            answer(office, "作成");
            office.check("next-after-consent");
            next(office, "interview");
            office.sees("青葉居宅介護支援事業所 鈴木 健");
            TownWalk.choose(counting(office), "/considerations/items", "立つことや歩くことができない");
            TownWalk.choose(counting(office), "/considerations/movement", "車いす");
            TownWalk.choose(counting(office), "/route/means", "車いす");
            TownWalk.choose(counting(office), "/start/when", "警戒レベル3");
            click(office, office.button("提出前の確認へ"));
            office.sees("必要な項目はすべて入力されています");
            click(office, office.button("この内容で提出する"));
            office.sees("市の仕事です").check("next-after-submission");
            assertThat(office.page.locator("[data-next]").last()).isFocused();

            take(city, number);
            click(city, city.button("第1版を承認する"));
            city.sees("承認しました", "本人の署名（事業所の仕事です）").check("next-after-approval");
            assertThat(city.page.locator("[data-next]").last()).isFocused();
            assertThat(jdbc.sql("select count(*) from notification.notice where case_number = ? and kind = 'SUBMITTED' and read_at is null").param(number)
                    .query(Integer.class).single()).as("notices of a review that is done").isZero();

            take(office, number);
            StoryJourneyTest.sign(office);
            click(office, office.button("署名して計画を完成する"));
            office.sees("署名を記録しました");
            next(office, "consents/sharing");
            answer(office, "共有");
            assertThat(office.page.locator(".case-number .badge")).containsText("共有済み");
            office.check("next-after-sharing");
            assertThat(office.page.locator("[data-next]").last()).isFocused();
        }
        assertThat(clicks.get()).as("clicks").isLessThanOrEqualTo(MOST_CLICKS);
        assertThat(loads.get()).as("page loads").isLessThanOrEqualTo(MOST_LOADS);
    }

    /** From the work list straight into the work. */
    private void take(Desk desk, String number) {
        desk.go("/inbox?tab=office&q=" + number);
        click(desk, desk.page.locator("[id='c-" + number + "'] :is(a.button, button[formaction])").first());
    }

    private void answer(Desk desk, String what) {
        for (Locator yes : desk.page.locator("input[type=radio][value=yes]").all()) {
            clicks.incrementAndGet();
            yes.check();
        }
        clicks.incrementAndGet();
        desk.page.getByLabel("画面でご本人が選んだ").check();
        click(desk, desk.button("記録する"));
        desk.sees("同意の記録を保存しました");
    }

    /** Waits for what the system does and goes on by the one button, which has the focus: Enter is enough. */
    private void next(Desk desk, String path) {
        Locator next = desk.page.locator("#now a[data-next][href$='/" + path + "']");
        assertThat(next).isFocused();
        click(desk, next);
        desk.page.waitForURL("**/" + path);
    }

    private void click(Desk desk, Locator what) {
        clicks.incrementAndGet();
        what.click();
        desk.page.waitForLoadState();
    }

    private Desk counting(Desk desk) {
        clicks.incrementAndGet();
        return desk;
    }

    private Desk counted(Desk desk) {
        desk.page.onDOMContentLoaded((Page page) -> loads.incrementAndGet());
        return desk;
    }
}
