package jp.michishirube.journey;

import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A renewal both ways in the browser: nothing changed, as the daughter says on the telephone; and a supporter who ended, without script too. */
@ProductTest
@ExtendWith(Chromium.class)
class RenewalJourneyTest {

    private static final LocalDate NIGHT = LocalDate.of(2019, 11, 30);

    @LocalServerPort
    private int port;
    @Autowired
    private SharedPlans plans;
    @Autowired
    private SupporterAgreements agreements;
    @Autowired
    private CaseProcess process;
    @Autowired
    private Loop loop;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPlanIsRenewedBothWays() {
        CaseFile file = plans.inForce("更新旅町");
        String address = "/cases/" + file.number();
        try (Desk office = desk(820, 1180, true).signIn("aoba1"); Desk phone = desk(400, 860, true).signIn("aoba1"); Desk bare = desk(820, 1180, false).signIn("aoba1"); Desk city = desk(1280, 900, true).signIn("roster1")) {
            office.go(address).sees("次に確かめる日は").check("renewal-front-quiet");
            office.follow("計画の更新を開く").sees("更新を始める").check("renewal-none");
            office.press("更新を始める").sees("更新を始めました", "本人などから申し出がありました").check("renewal-proposed");
            phone.go(address + "/renewal").sees("変わったところはない").check("renewal-proposed-phone");
            phone.press("変わりなしで更新する").sees("入力を確認してください", "だれに聞いたかを選んでください").check("renewal-errors-phone");
            bare.go(address + "/renewal").press("変わりなしで更新する").sees("だれに聞いたかを選んでください").picture("renewal-no-script");
            office.page.getByLabel("家族").check();
            office.page.getByLabel("聞いた方の氏名").fill("試験 花子");
            office.page.getByLabel("電話").check();
            office.page.getByLabel("聞いた日").fill(LocalDate.now().toString());
            office.press("変わりなしで更新する").sees("変わりなしで更新しました", "計画 第1版").check("renewal-unchanged");

            loop.as("aoba1", () -> List.of(SupporterAnswer.AGREED, SupporterAnswer.REFUSED).forEach(said -> agreements.record(file.id(),
                    SupporterKey.of("隣 一郎", "0242-22-2222"), said, LocalDate.now(), SupporterAgreements.How.TELEPHONE, null)));
            office.go(address).sees("更新が提案されています", "支援者が支援をやめました").check("renewal-front-proposed");
            phone.go(address + "/renewal").sees("支援をやめた方が、いまの計画にのっています").check("renewal-must-change-phone");
            bare.go(address + "/renewal").page.getByLabel("一部を直す").check();
            bare.press("次の版を書く").sees("更新を始めました").picture("renewal-begun-no-script");
            Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
            office.go(address).sees("更新しています（一部を直す）", "計画 第1版", "いまここ").check("renewal-front-running");
            office.go(address + "/interview").sees("避難支援等実施者").check("renewal-interview");
            office.go(address + "/renewal").sees("支援者", "全体を見直すことにする").check("renewal-running");
            office.press("全体を見直すことにする").sees("全体を見直せるようにしました").check("renewal-widened");

            jdbc.sql("insert into renewal.night (day, begun_at, alive_at, worker, looked, proposed, added, waiting, failed, ended_at) values (?, now(), now(), 'x', 1204, 12, 1, 3, 1, now())")
                    .param(NIGHT).update();
            jdbc.sql("insert into renewal.night_reason (day, kind, n) values (?, 'YEAR', 11), (?, 'SUPPORTER_ENDED', 2)").params(NIGHT, NIGHT).update();
            city.go("/plan-renewals").sees("計画の更新の見回り", "1,204件").check("plan-renewals");
            city.go("/plans-in-force?area=更新旅町").sees("有効な計画の一覧", "全体を見直しています").check("plans-in-force");
            city.go(address + "/diagram").forgive("Applying inline style").sees("聞き取り").picture("renewal-diagram");
            office.go("/plans-in-force?area=更新旅町").check("plans-in-force-tablet");
            phone.go("/plans-in-force?area=更新旅町").check("plans-in-force-phone");
        } finally {
            jdbc.sql("delete from renewal.night_reason where day = ?").param(NIGHT).update();
            jdbc.sql("delete from renewal.night where day = ?").param(NIGHT).update();
        }
    }

    private Desk desk(int width, int height, boolean script) {
        return new Desk("http://localhost:" + port, width, height, script);
    }
}
