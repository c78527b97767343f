package jp.michishirube.journey;

import static jp.michishirube.journey.TownWalk.choose;
import static jp.michishirube.journey.TownWalk.type;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * 東浜市: a timeline, a 民生委員 who confirms before the city approves, and sharing by ordinance: nobody
 * asks a second time. The care circle app is no party of the ordinance and is asked for together with the making of the plan.
 */
@JourneyTest
@TestPropertySource(properties = "michishirube.municipality=990035")
class TimelineTownJourneyTest {

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Value("${michishirube.oidc.issuer}") String issuer;

    @Test
    void fromTheRosterToTheCareCircleByTheTownsOwnFolder() throws IOException {
        try (TownWalk walk = new TownWalk(port, jdbc, "timeline", "HG00001")) {
            walk.takeRosterIn("990035");
            walk.agree("creation");
            Desk desk = walk.interview().sees("マイ・タイムライン", "高潮", "津波", "都市OSから", "ケアエールから").check("timeline-interview");
            choose(desk, "/reasons/grade", "あ（");
            choose(desk, "/supporters/carecircle-1/time", "日中");
            choose(desk, "/supporters/carecircle-2/time", "夜間");
            choose(desk, "/considerations/items", "立つことや歩くことができない");
            choose(desk, "/considerations/movement", "車いす");
            choose(desk, "/car/byCar", "いいえ");
            type(desk, "/timeline/d1/self", "薬を一週間分そろえる");
            type(desk, "/timeline/level3/helper", "玄関まで迎えに行き、車いすで丘の上へ向かう");
            type(desk, "/routes/coastFlooded/way", "裏の坂道を通り、東浜高校の北門へ");
            type(desk, "/making/madeOn", "R8.11.24");
            type(desk, "/making/madeBy", "青葉居宅介護支援事業所 鈴木 健");
            walk.handIn();
            walk.await("ConfirmPlan");
            walk.desk("minsei1").go("/cases/" + walk.number() + "/confirmation").check("timeline-confirmation").press("第1版を確認した").sees("確認を記録しました");
            walk.approve("review1");
            walk.sign();
            walk.awaitInForce();
            desk.go("/cases/" + walk.number() + "/sharing").sees("ケアエール", "自主防災会", "消防本部", "条例").check("timeline-sharing");
            walk.papers(3, 3);
            desk.go(issuer).sees("浜野 キク", walk.number());
        }
    }
}
