package jp.michishirube.safety.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HomeOrigin;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.LoadHazardAreas;
import jp.michishirube.safety.EventActs;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** The resident's page says first whether to go, why and where; of this home, this floor, this plan, and of places as the city told of them. */
@ProductTest
class GoNowTest {

    /** A dry corner of the demo city that no other test draws on. */
    private static final double LAT = 37.4861;
    private static final double LON = 139.9021;

    @Autowired SharedPlans plans;
    @Autowired Homes homes;
    @Autowired LoadHazardAreas load;
    @Autowired EventActs acts;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void endAll() throws Exception {
        jdbc.sql("update evacuation.hazard_layer set replaced_at = now() where name like '逃げる試験%'").update();
        acts.endAll();
    }

    private String page(Cookie visit, String language) throws Exception {
        MockHttpServletResponse page = acts.call(get("/v/event").cookie(visit).param("lang", language), null);
        assertThat(page.getContentAsByteArray().length).isLessThan(30_000);
        return page.getContentAsString();
    }

    private void map(String name, HazardKind kind, String property) {
        String ring = "[[%1$f,%3$f],[%2$f,%3$f],[%2$f,%4$f],[%1$f,%4$f],[%1$f,%3$f]]".formatted(LON - 1e-4, LON + 1e-4, LAT - 1e-4, LAT + 1e-4);
        load.load("逃げる試験" + name, kind, "試験", new ByteArrayInputStream(("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{" + property
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}").getBytes(StandardCharsets.UTF_8)), 1 << 20);
    }

    private long place(String name) {
        return jdbc.sql("select id from evacuation.place where name = ? and kind = 'SITE' and vanished_at is null").param(name).query(Long.class).single();
    }

    @Test
    void theDepthAtTheDoorTheFloorThePlansOwnPlaceAndSignAndWhatTheCityKnowsOfIt() throws Exception {
        map("深さ", HazardKind.FLOOD, "\"rank\":4");
        long school = place("青葉小学校");
        CaseFile file = plans.inForce("逃避町", Map.of("/household/floor", "2", "/places/flood/site",
                "{\"id\":\"" + school + "\",\"name\":\"青葉小学校\",\"designated\":true}", "/places/flood/other", "\"姉の秘密の家\""));
        homes.set(file.resident().id(), LAT, LON, HomeOrigin.HAND);
        long event = acts.begin("REAL", "FLOOD", "逃避町");
        Cookie visit = acts.visit(event, file);
        String page = page(visit, "ja");
        assertThat(page).contains("いますぐ、逃げてください", "深さ5〜10m", "部屋は2階として", "青葉小学校", "計画で決めた所", "親せきの家など", "まだ分かりません", "警戒レベル3")
                .doesNotContain("太郎", "姉の秘密の家", "青葉1-1", "【訓練】");
        assertThat(page.indexOf("いますぐ")).as("before the question").isLessThan(page.indexOf("name=\"answer\""));
        assertThat(page(visit, "ja__easy")).contains("いま すぐ 逃げて", "5m〜10m");
        assertThat(page(visit, "en")).contains("Leave now", "5 to 10 m", "At alert level 3");

        assertThat(acts.call(post("/events/" + event + "/places/" + school).param("state", "FULL"), As.review1()).getRedirectedUrl()).endsWith("#place-" + school);
        String full = page(visit, "ja");
        assertThat(full).contains("計画で決めた青葉小学校は、いっぱいです").doesNotContain("<strong>青葉小学校");
        assertThat(full.split("家に近い避難場所", -1).length).as("others near").isGreaterThan(1);
        acts.call(post("/events/" + event + "/places/" + school).param("state", "OPEN"), As.roster1());
        assertThat(page(visit, "ja")).contains("開いています").doesNotContain("いっぱいです");
        assertThat(acts.call(get("/events/" + event + "/places"), As.review1()).getContentAsString()).contains("青葉小学校", "開いています");
        assertThat(acts.call(post("/events/" + event + "/places/9999999").param("state", "OPEN"), As.review1()).getStatus()).isEqualTo(404);

        acts.call(post("/v/event").cookie(visit).param("answer", "2").param("key", "g1"), null);
        assertThat(page(visit, "ja")).as("who waits for help still reads it").contains("受け付けました", "いますぐ、逃げてください");
        acts.call(post("/v/event").cookie(visit).param("answer", "4").param("key", "g2"), null);
        assertThat(page(visit, "ja")).as("who has gone need not").doesNotContain("逃げてください");
    }

    @Test
    void theRoomAboveShortWaterButThePlanSaysToGoAndInADrillNobodyIsSentOut() throws Exception {
        map("浅い深さ", HazardKind.INLAND_FLOOD, "\"rank\":2");
        map("続く時間", HazardKind.INLAND_FLOOD, "\"A31a_305\":1");
        // what says how long water stays is read as a river's; here it is the rain's
        jdbc.sql("update evacuation.hazard_area a set hazard = 'INLAND_FLOOD' from evacuation.hazard_layer l where l.id = a.layer_id and l.name = '逃げる試験続く時間'").update();
        map("洪水の深さ", HazardKind.FLOOD, "\"rank\":2");
        map("洪水の時間", HazardKind.FLOOD, "\"A31a_305\":1");
        CaseFile file = plans.inForce("高床町", Map.of("/household/floor", "5", "/places/flood/other", "null", "/places/flood/site", "{\"name\":\"だれかの集会所\",\"designated\":false}"));
        homes.set(file.resident().id(), LAT, LON, HomeOrigin.HAND);
        assertThat(page(acts.visit(acts.begin("DRILL", "INLAND_FLOODING", "高床町"), file), "ja")).contains("【訓練】もし本当なら：", "水より高い所", "12時間まで").doesNotContain("いますぐ、逃げてください");
        acts.endAll();
        assertThat(page(acts.visit(acts.begin("DRILL", "FLOOD", "高床町"), file), "ja")).contains("いますぐ、逃げてください", "計画では、逃げる先を決めています", "手もとの計画の紙")
                .doesNotContain("だれかの集会所");
    }

    @Test
    void aHomeThatNobodyFindsIsNotKnownAndNobodyIsToldToStay() throws Exception {
        CaseFile file = plans.inForce("不明町", Map.of("/start/when", "\"other\"", "/start/other", "\"孫の太一が電話したとき\""));
        long event = acts.begin("REAL", "LARGE_FIRE", "不明町");
        assertThat(page(acts.visit(event, file), "ja")).contains("市では分かりません", "迷うときは、すぐに逃げて", "家の場所が分からないか", "手もとの計画の紙").doesNotContain("孫の太一", "区域に入っていません", "水より高い");
    }

    /** Nothing that is wrong with the plan takes the four buttons away, and nothing of it makes the word milder. */
    @Test
    void aPlanThatCannotBeReadIsTakenForOneThatSaysToGo() throws Exception {
        map("読めない深さ", HazardKind.INLAND_FLOOD, "\"rank\":2");
        CaseFile file = plans.inForce("難読町", Map.of("/household/floor", "5"));
        homes.set(file.resident().id(), LAT, LON, HomeOrigin.HAND);
        Cookie visit = acts.visit(acts.begin("REAL", "INLAND_FLOODING", "難読町"), file);
        plans.unreadable(file, "go-broken");
        try {
            assertThat(page(visit, "ja")).contains("いますぐ、逃げてください", "手もとの計画の紙", "name=\"answer\"").doesNotContain("水より高い");
            assertThat(acts.call(post("/v/event").cookie(visit).param("answer", "2").param("key", "b1"), null).getRedirectedUrl()).isEqualTo("/v/event");
            assertThat(jdbc.sql("select count(*) from casefile.left_aside where work = 'READ_PLAN' and item = ?").param(String.valueOf(file.id().value())).query(Integer.class).single()).isOne();
        } finally {
            plans.readable(file, "go-broken");
            jdbc.sql("delete from casefile.left_aside where work = 'READ_PLAN' and item = ?").param(String.valueOf(file.id().value())).update();
        }
    }

    @Test
    void aCallForHelpThatHadToWaitIsBehindNothingThatWasSaidMeanwhile() throws Exception {
        CaseFile file = plans.inForce("遅着町");
        long event = acts.begin("REAL", "LARGE_FIRE", "遅着町");
        Cookie visit = acts.visit(event, file);
        acts.call(post("/v/event").cookie(visit).param("answer", "1").param("key", "w1"), null);
        acts.call(post("/v/event").cookie(visit).param("answer", "1").param("key", "w2").param("ago", "3600"), null);
        acts.call(post("/v/event").cookie(visit).param("answer", "2").param("key", "w3").param("ago", "86400"), null);
        assertThat(jdbc.sql("select said from safety.asked where id = ?").param(acts.asked(event, file)).query(String.class).single()).isEqualTo("NEEDS_HELP");
    }
}
