package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharePlan;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Linked facts and shared plans as people meet them: a holder that is down, the circle, the leader's list, a plan taken back. */
@JourneyTest
class SharingJourneyTest {

    private static final Map<String, Desk> DESKS = new HashMap<>();
    private static CaseFile file;

    @LocalServerPort private int port;
    @Value("${michishirube.sandbox.url}") private String sandboxUrl;
    @Autowired private RecordConsent record;
    @Autowired private OpenCase open;
    @Autowired private CaseProcess process;
    @Autowired private Loop loop;
    @Autowired private SubmitPlan submit;
    @Autowired private SharePlan share;
    @Autowired private JdbcClient jdbc;

    private Desk desk(String account) {
        return DESKS.computeIfAbsent(account, a -> new Desk("http://localhost:" + port, a.startsWith("aoba") ? 820 : 1280,
                a.startsWith("aoba") ? 1180 : 900).signIn(a));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(Desk::close);
        DESKS.clear();
    }

    @AfterEach
    void normal() {
        new SandboxPages(sandboxUrl).turn("CARE_CIRCLE", "NORMAL");
    }

    @Test
    void factsComeInAndThePlanGoesOutAndBack() {
        aHolderThatIsDownIsSaidSoAndAskedAgain();
        theNotebookOfSomeoneElseIsRefusedBesideItsField();
        thePlanGoesToThoseWhoMayHaveIt();
        theLeaderReadsTheList();
        aPlanIsTakenBackAfterAQuestion();
    }

    private void aHolderThatIsDownIsSaidSoAndAskedAgain() {
        file = open.open(new Resident(0, "J-SHARE", "MC-0001", "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12), "女", "990-0011",
                "みちしるべ市青葉町二丁目6番13号", "0990-22-1007", "青葉町"), "AOBA", 1);
        new SandboxPages(sandboxUrl).turn("CARE_CIRCLE", "DOWN");
        consent("creation");
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/linkage").sees("受け取れませんでした").check("linkage");
        new SandboxPages(sandboxUrl).turn("CARE_CIRCLE", "NORMAL");
        desk.press("もう一度受け取る").sees("受け取りました。");
    }

    private void theNotebookOfSomeoneElseIsRefusedBesideItsField() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/linkage");
        desk.fill("QRコードの内容", "JAHISTC08,1\n1,伊東 清,1,19390322\n5,20261101\n201,1,薬,1,錠\n").press("読み取って計画に入れる")
                .sees("この案件の本人の手帳ではありません").check("linkage-notebook-refused");
        assertThat(desk.page.getByLabel("QRコードの内容").inputValue()).contains("伊東 清");
    }

    private void thePlanGoesToThoseWhoMayHaveIt() {
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        consent("giving");
        consent("sharing");
        loop.as("aoba2", () -> share.begin(file.id()));
        Eventually.until(() -> jdbc.sql("select count(*) from sharing.delivery where case_id = ? and state in ('WAITING', 'SENT')")
                .param(file.id().value()).query(Integer.class).single() == 0);
        desk("aoba1").go("/cases/" + file.number() + "/sharing").sees("届きました", "本人の同意", "提供の記録").check("sharing");
        try (Desk outside = new Desk(sandboxUrl, 1280, 900)) {
            outside.go("/").sees(file.number().value()).check("sandbox-received");
            outside.page.locator("#plans a").first().click();
            outside.sees("渡された項目").check("sandbox-plan");
        }
    }

    private void theLeaderReadsTheList() {
        Desk leader = desk("machi1").go("/neighbourhood").sees("青葉町町内会", "本人の同意").check("neighbourhood");
        leader.page.locator("#neighbours a[href*='" + file.number() + "']").first().click();
        leader.sees("見せてよい項目").check("neighbour");
        desk("roster1").go("/linkage/statistics").sees("項目が、入力せずに入りました").check("linkage-statistics");
    }

    private void aPlanIsTakenBackAfterAQuestion() {
        Desk desk = desk("aoba1").go("/cases/" + file.number() + "/sharing");
        desk.page.locator("#deliveries form button.danger").first().click();
        desk.agree().sees("引き上げを始めました");
        Eventually.until(() -> jdbc.sql("select count(*) from sharing.delivery where case_id = ? and state = 'RECALLED'")
                .param(file.id().value()).query(Integer.class).single() == 1);
        desk.go("/cases/" + file.number() + "/sharing").sees("引き上げました").check("sharing-recalled");
    }

    private void consent(String notice) {
        loop.as("aoba1", () -> record.record(file.id(), new ConsentGiven(
                List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), true, null)), GivenBy.SELF, null, null, null,
                Channel.ELECTRONIC, null, "佐藤 恵", Instant.parse("2026-10-05T01:00:00Z"), null)));
    }
}
