package jp.michishirube.evacuation.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.evacuation.danger.DangerSpot;
import jp.michishirube.evacuation.danger.DangerSpots;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.PlaceKind;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.road.Season;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class EvacuationPagesTest {

    @Autowired MockMvc mvc;
    @Autowired OpenCase openCase;
    @Autowired Places places;
    @Autowired Routes routes;
    @Autowired Timeline timeline;
    @Autowired DangerSpots spots;
    @Autowired RouteMaps maps;
    @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Test
    void theDemoCityHasPlacesAndTheListIsFiltered() throws Exception {
        mvc.perform(get("/places").with(As.roster1())).andExpect(status().isOk()).andExpect(content().string(containsString("川端公民館")));
        mvc.perform(get("/places?hazard=FLOOD").with(As.roster1())).andExpect(content().string(not(containsString("川端公民館"))))
                .andExpect(content().string(containsString("青葉小学校")));
        mvc.perform(get("/places").with(As.admin1())).andExpect(status().isForbidden());
        mvc.perform(get("/hazards").with(As.review1())).andExpect(status().isOk()).andExpect(content().string(containsString("洪水")));
    }

    @Test
    void aListIsCheckedFirstAndConfirmedOnce() throws Exception {
        String csv = "共通ID,施設・場所名,住所,洪水,緯度,経度\nE9900100099201,取込公園,みちしるべ市青葉町9,1,37.51,139.92\nE9900100098201,逆公園,x,1,139.92,37.51\n";
        String page = mvc.perform(multipart("/places/imports").file(new MockMultipartFile("file", "a.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(csrf()).with(As.roster1())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(page).with(As.roster1())).andExpect(status().isOk()).andExpect(content().string(containsString("緯度と経度が入れ替わっている")))
                .andExpect(content().string(containsString("取込公園")));
        assertThat(places.onList()).extracting(Place::name).doesNotContain("取込公園");
        mvc.perform(post(page).with(csrf()).with(As.roster1())).andExpect(status().is3xxRedirection());
        assertThat(places.onList()).extracting(Place::name).contains("取込公園", "青葉小学校");
        mvc.perform(post(page).with(csrf()).with(As.roster1())).andExpect(status().isConflict());
        mvc.perform(post(page).with(csrf()).with(As.aoba1())).andExpect(status().isForbidden());
    }

    @Test
    void aWayIsFoundSavedAndToldWhenADangerComesOntoIt() throws Exception {
        CaseFile caseFile = openCase.open(new Resident(0, "T-EVAC-1", null, "試験 花子", "シケン ハナコ", LocalDate.of(1940, 3, 2), "女", "990-0012",
                "みちしるべ市若草町一丁目6番17号", "0990-00-0000", "若草町"), "AOBA", 3);
        String url = "/cases/" + caseFile.number() + "/route";
        mvc.perform(get(url).with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(get(url).with(As.aoba2())).andExpect(status().isOk()).andExpect(content().string(containsString("住所から調べたもの")))
                .andExpect(content().string(containsString("道順を読む"))).andExpect(content().string(containsString("進みます")));
        long place = places.onList().stream().filter(p -> p.name().equals("若草小学校") && p.kind() == PlaceKind.SITE).findFirst().orElseThrow().id();
        mvc.perform(post(url + "/home").param("lat", "37.5020").param("lon", "139.9400").param("hazard", "EARTHQUAKE").with(csrf()).with(As.aoba2()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(url + "/home").param("lat", "139.94").param("lon", "37.502").param("hazard", "EARTHQUAKE").with(csrf()).with(As.aoba2()))
                .andExpect(status().isBadRequest());
        save(url, place, 0).andExpect(status().is3xxRedirection());
        save(url, place, 0).andExpect(status().isConflict());
        SavedRoute saved = routes.latest(caseFile.id(), HazardKind.EARTHQUAKE).orElseThrow();
        assertThat(saved.placeName()).isEqualTo("若草小学校");
        mvc.perform(get(url + "?hazard=EARTHQUAKE").with(As.aoba2())).andExpect(content().string(containsString("保存した経路")));

        Position middle = saved.way().line().get(saved.way().line().size() / 2);
        String spot = danger(middle, "review1 の知らせ").andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(spot).with(As.review1())).andExpect(status().isOk()).andExpect(content().string(containsString("通れない")));
        assertThat(timeline.of(caseFile.id())).extracting(TimelineEntry::kind).contains("route-saved", "route-endangered");
        long told = timeline.of(caseFile.id()).stream().filter(e -> e.kind().equals("route-endangered")).count();
        danger(middle, "もう一度").andExpect(status().is3xxRedirection());
        save(url, place, 1).andExpect(status().is3xxRedirection());
        assertThat(routes.latest(caseFile.id(), HazardKind.EARTHQUAKE).orElseThrow().way().crossings()).isEmpty();
        assertThat(told).isEqualTo(1);
        spots.all(false).forEach(s -> spots.state(s.id(), DangerSpot.State.WITHDRAWN));
    }

    @Test
    void anOfficesDangerSpotWaitsForTheCityAndForeignGroundIsRefused() throws Exception {
        String spot = mvc.perform(multipart("/dangers").param("kind", "DITCH").param("lat", "37.4960").param("lon", "139.9050").with(csrf()).with(As.aoba1()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get("/dangers").with(As.machi1())).andExpect(status().isOk()).andExpect(content().string(containsString("確認待ち")));
        mvc.perform(post(spot).param("decision", "CONFIRM").with(csrf()).with(As.aoba2())).andExpect(status().isForbidden());
        mvc.perform(post(spot).param("decision", "CONFIRM").with(csrf()).with(As.review1())).andExpect(status().is3xxRedirection());
        mvc.perform(post(spot).param("decision", "CONFIRM").with(csrf()).with(As.review1())).andExpect(status().isConflict());
        mvc.perform(post(spot).param("decision", "WITHDRAW").with(csrf()).with(As.aoba1())).andExpect(status().is3xxRedirection());
        mvc.perform(multipart("/dangers").param("kind", "DITCH").param("lat", "36.0").param("lon", "139.9050").with(csrf()).with(As.review1()))
                .andExpect(status().isBadRequest()).andExpect(content().string(containsString("市町村の外")));
        for (String day : new String[] {"+999999999-12-31", "-999999999-01-01"}) {
            mvc.perform(multipart("/dangers").param("kind", "DITCH").param("lat", "37.4960").param("lon", "139.9050").param("fromDate", day).param("untilDate", "")
                    .with(csrf()).with(As.aoba1())).andExpect(status().isUnprocessableEntity());
        }
        mvc.perform(multipart("/dangers").param("lat", "37.4960").param("lon", "139.9050").param("radius", "9000").with(csrf()).with(As.review1()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(multipart("/dangers").file(new MockMultipartFile("photo", "x.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8)))
                .param("kind", "DITCH").param("lat", "37.4960").param("lon", "139.9050").with(csrf()).with(As.review1())).andExpect(status().isBadRequest());
    }

    @Test
    void aDangerSpotExpiresByItselfAndKeepsItsHistory() throws Exception {
        Position corner = new Position(37.4962, 139.9052);
        String page = danger(corner, "工事が終わるまで").andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        long id = Long.parseLong(page.replaceAll("\\D+", ""));
        assertThat(spots.counting(Dangers.box(List.of(corner)))).extracting(DangerSpot::id).contains(id);
        spots.until(id, LocalDate.now().minusDays(2));
        assertThat(spots.counting(Dangers.box(List.of(corner)))).extracting(DangerSpot::id).doesNotContain(id);
        assertThat(spots.all(true)).extracting(DangerSpot::id).contains(id);
        assertThat(spots.history(id)).isNotEmpty();
        mvc.perform(get(page).with(As.review1())).andExpect(status().isOk()).andExpect(content().string(containsString("工事が終わるまで")));
    }

    /** What the end of the plan erased would come back. */
    @Test
    void whereNoPlanIsMadeAnyMoreNoWayIsKept() throws Exception {
        CaseFile file = openCase.open(new Resident(0, "T-EVAC-OVER", null, "試験 三郎", "シケン サブロウ", LocalDate.of(1941, 1, 2), "男", "990-0012",
                "みちしるべ市若草町一丁目6番17号", "0990-00-0000", "若草町"), "AOBA", 3);
        String route = "/cases/" + file.number() + "/route";
        long place = places.onList().stream().filter(p -> p.name().equals("若草小学校") && p.kind() == PlaceKind.SITE).findFirst().orElseThrow().id();
        jdbc.sql("update casefile.casefile set state = 'CREATION_REFUSED' where id = ?").param(file.id().value()).update();
        save(route, place, 0).andExpect(status().isConflict());
        mvc.perform(post(route + "/home").param("lat", "37.5020").param("lon", "139.9400").param("hazard", "FLOOD").with(csrf()).with(As.aoba2())).andExpect(status().isConflict());
        assertThat(jdbc.sql("select (select count(*) from evacuation.route where case_id = ?) + (select count(*) from evacuation.home where resident_id = ?)")
                .params(file.id().value(), file.resident().id()).query(Integer.class).single()).isZero();
    }

    @Test
    void programsReadPlacesAndTheWaysOfACase() throws Exception {
        mvc.perform(get("/api/v1/places?hazard=FLOOD&q=青葉小学校").with(As.system("cases:read"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("青葉小学校"))).andExpect(content().string(containsString("\"FLOOD\":\"DESIGNATED\"")));
        mvc.perform(get("/api/v1/places").with(As.system("tasks:read"))).andExpect(status().isForbidden());
        CaseFile caseFile = openCase.open(new Resident(0, "T-EVAC-API", null, "試験 次郎", "シケン ジロウ", LocalDate.of(1941, 1, 2), "男", "990-0012",
                "みちしるべ市若草町一丁目6番17号", "0990-00-0000", "若草町"), "AOBA", 3);
        long place = places.onList().stream().filter(p -> p.name().equals("若草小学校") && p.kind() == PlaceKind.SITE).findFirst().orElseThrow().id();
        mvc.perform(get("/api/v1/places?kind=SITE&case=" + caseFile.number()).with(As.aoba1Token("cases:read"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.places[0].name").value("若草小学校")).andExpect(jsonPath("$.places[0].alongRoad").value(true))
                .andExpect(jsonPath("$.places[0].metres").value(org.hamcrest.Matchers.lessThan(1000.0)));
        mvc.perform(post("/api/v1/places/search").contentType("application/json").content("{\"kind\":\"SITE\",\"hazard\":\"FLOOD\",\"lat\":37.502,\"lon\":139.94}")
                .with(As.system("cases:read"))).andExpect(status().isOk())
                .andExpect(result -> assertThat(JsonPath.<List<Double>>read(result.getResponse().getContentAsString(), "$.places[?(@.alongRoad)].metres"))
                        .hasSizeGreaterThan(3).isSorted());
        mvc.perform(post("/api/v1/places/search").contentType("application/json").content("{\"lat\":139.94,\"lon\":37.502}").with(As.system("cases:read")))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/places?lat=37.502&lon=139.94").with(As.system("cases:read"))).andExpect(status().isBadRequest());
        save("/cases/" + caseFile.number() + "/route", place, 0).andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/v1/cases/{n}/routes", caseFile.number()).with(As.aoba1Token("plans:read"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("若草小学校"))).andExpect(content().string(containsString("\"line\":[[37.")));
        mvc.perform(get("/api/v1/cases/{n}/routes", caseFile.number()).with(As.system("cases:read"))).andExpect(status().isForbidden());
    }

    @Test
    void whatWasTypedStaysWhenADangerSpotIsRefused() throws Exception {
        mvc.perform(multipart("/dangers").param("kind", "FLOODS_OFTEN").param("lat", "37.4960").param("lon", "139.9050").param("radius", "zehn")
                .param("note", "橋のたもとに水がたまる").param("untilDate", "2020-01-01").with(csrf()).with(As.review1()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("橋のたもとに水がたまる")))
                .andExpect(content().string(containsString("value=\"37.4960\""))).andExpect(content().string(containsString("href=\"#f-radius\"")));
        mvc.perform(multipart("/dangers").param("kind", "DITCH").param("lat", "139.9050").param("lon", "37.4960").param("note", "逆の位置")
                .with(csrf()).with(As.review1())).andExpect(status().isBadRequest()).andExpect(content().string(containsString("逆の位置")))
                .andExpect(content().string(containsString("緯度と経度が入れ替わっている")));
    }

    @Test
    void whatWasTypedStaysWhenAHazardMapIsRefused() throws Exception {
        mvc.perform(hazards("{\"type\":\"FeatureCollection\",\"features\":[", "半端な地図")).andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("value=\"半端な地図\""))).andExpect(content().string(containsString("途中で切れていないか")));
        String bowTie = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[139.93,37.50],[139.94,37.51],[139.94,37.50],[139.93,37.51],[139.93,37.50]]]}}]}";
        mvc.perform(hazards(bowTie, "ねじれた地図")).andExpect(status().isBadRequest()).andExpect(content().string(containsString("線が自分と交わっています")))
                .andExpect(content().string(containsString("value=\"ねじれた地図\"")));
        mvc.perform(multipart("/hazards").param("name", "ファイルなし").param("hazard", "FLOOD").with(csrf()).with(As.review1()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("読み込むファイルを選んでください")));
    }

    private static org.springframework.test.web.servlet.RequestBuilder hazards(String json, String name) {
        return multipart("/hazards").file(new MockMultipartFile("file", "a.geojson", "application/json", json.getBytes(StandardCharsets.UTF_8)))
                .param("name", name).param("hazard", "FLOOD").with(csrf()).with(As.review1());
    }

    /** A way made for the time of closed roads says so wherever it is read, and is looked for anew for the same time. */
    @Test
    void theSavedWayKeepsTheSeasonItWasMadeFor() throws Exception {
        CaseFile caseFile = openCase.open(new Resident(0, "T-EVAC-W", null, "試験 冬子", "シケン フユコ", LocalDate.of(1941, 1, 2), "女", "990-0012",
                "みちしるべ市若草町一丁目6番17号", "0990-00-0000", "若草町"), "AOBA", 3);
        String url = "/cases/" + caseFile.number() + "/route";
        long place = places.onList().stream().filter(p -> p.name().equals("若草小学校") && p.kind() == PlaceKind.SITE).findFirst().orElseThrow().id();
        for (Season season : new Season[] {Season.WINTER, Season.ALL_YEAR}) {
            int version = season == Season.WINTER ? 0 : 1;
            mvc.perform(post(url).param("hazard", "EARTHQUAKE").param("place", String.valueOf(place)).param("profile", "WALKER").param("speed", "1.8")
                    .param("season", season.name()).param("version", String.valueOf(version)).with(csrf()).with(As.aoba2())).andExpect(status().is3xxRedirection());
            SavedRoute saved = routes.latest(caseFile.id(), HazardKind.EARTHQUAKE).orElseThrow();
            assertThat(saved.season()).isEqualTo(season);
            assertThat(maps.label(saved)).as("the legend on paper").isEqualTo("地震：若草小学校" + (season == Season.WINTER ? "（冬の道）" : ""));
            mvc.perform(get(url + "?hazard=EARTHQUAKE").with(As.aoba2())).andExpect(content().string(containsString("season=" + season)))
                    .andExpect(content().string(containsString(season == Season.WINTER ? ">冬の道<" : ">一年を通して</span>")));
            mvc.perform(get("/api/v1/cases/{n}/routes", caseFile.number()).with(As.aoba1Token("plans:read"))).andExpect(jsonPath("$[0].season").value(season.name()));
        }
        jdbc.sql("update evacuation.route set content = content - 'season' where case_id = ?").param(caseFile.id().value()).update();
        assertThat(routes.latest(caseFile.id(), HazardKind.EARTHQUAKE).orElseThrow().season()).as("saved before it was kept: nobody knows").isNull();
    }

    @Test
    void theOwnRoadsAreGivenForTheMap() throws Exception {
        mvc.perform(get("/map/roads?south=37.50&north=37.505&west=139.93&east=139.94").with(As.aoba1())).andExpect(status().isOk())
                .andExpect(content().string(containsString("国道990号")));
    }

    private org.springframework.test.web.servlet.ResultActions save(String url, long place, int version) throws Exception {
        return mvc.perform(post(url).param("hazard", "EARTHQUAKE").param("place", String.valueOf(place)).param("profile", "WALKER").param("speed", "1.8")
                .param("version", String.valueOf(version)).with(csrf()).with(As.aoba2()));
    }

    private org.springframework.test.web.servlet.ResultActions danger(Position at, String note) throws Exception {
        return mvc.perform(multipart("/dangers").param("kind", "CLOSED").param("lat", String.valueOf(at.lat())).param("lon", String.valueOf(at.lon()))
                .param("radius", "30").param("note", note).with(csrf()).with(As.review1()));
    }
}
