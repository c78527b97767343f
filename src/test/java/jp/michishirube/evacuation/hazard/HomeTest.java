package jp.michishirube.evacuation.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.evacuation.route.EvacuationChecks;
import jp.michishirube.plan.draft.HomeTold;
import jp.michishirube.plan.interview.SubmissionChecks.CheckFinding;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

/** Where a resident lives, and what follows from the hazards there. */
@ProductTest
class HomeTest {

    /** Beside the river of the demo city. */
    private static final Position WET = new Position(37.4975, 139.9330);

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired Homes homes;
    @Autowired HazardsAt hazardsAt;
    @Autowired EvacuationChecks checks;
    @Autowired HazardOfRosterAddress roster;
    @Autowired ApplicationEventPublisher events;
    @Autowired LoadHazardAreas load;
    @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Test
    void theLinkedPositionIsTakenButNeitherOneOutsideNorOverAHandsOwn() {
        CaseFile file = loop.atInterview();
        long resident = file.resident().id();
        events.publishEvent(new HomeTold(resident, 35.0, 135.0));
        events.publishEvent(new HomeTold(resident, 139.93, 37.49));
        assertThat(homes.of(file.resident()).filter(h -> h.origin() == HomeOrigin.CITY_OS)).isEmpty();
        events.publishEvent(new HomeTold(resident, WET.lat(), WET.lon()));
        assertThat(homes.of(file.resident())).contains(Home.atDoor(WET, HomeOrigin.CITY_OS));
        homes.set(resident, 37.5, 139.94, HomeOrigin.HAND);
        events.publishEvent(new HomeTold(resident, WET.lat(), WET.lon()));
        assertThat(homes.of(file.resident())).contains(Home.atDoor(new Position(37.5, 139.94), HomeOrigin.HAND));
    }

    @Test
    void theFormSaysTheHazardsAtHomeAndAMissingWayIsWarnedOf() throws Exception {
        CaseFile file = loop.atInterview();
        Position wet = wet();
        homes.set(file.resident().id(), wet.lat(), wet.lon(), HomeOrigin.HAND);
        mvc.perform(get("/cases/" + file.number() + "/interview").with(As.aoba2())).andExpect(content().string(containsString("自宅の危険")))
                .andExpect(content().string(containsString("浸水")));
        List<CheckFinding> found = checks.of(file.id(), new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode());
        assertThat(found).extracting(CheckFinding::rule).contains("home-in-danger");
        assertThat(found).noneMatch(CheckFinding::blocks);
    }

    /** Three maps of one river at three depths, and a yellow zone: one depth is told, the deepest, with the name of its map, before all else. */
    @Test
    void ofSeveralMapsOverOneHomeTheGravestIsToldFirstWithItsName() throws Exception {
        CaseFile file = loop.atInterview();
        Position at = wet();
        load("三図試験の計画規模", HazardKind.FLOOD, at, "\"rank\":4");
        load("三図試験の想定最大規模", HazardKind.FLOOD, at, "\"rank\":6");
        load("三図試験の継続時間", HazardKind.FLOOD, at, "\"A31a_305\":7");
        load("三図試験の土砂", HazardKind.LANDSLIDE, at, "\"zone\":1");
        load("三図試験の不明", HazardKind.FLOOD, at, "\"GRIDCODE\":3");
        try {
            homes.set(file.resident().id(), at.lat(), at.lon(), HomeOrigin.HAND);
            assertThat(hazardsAt.gravest(at)).first().satisfies(a -> assertThat(a.map()).isEqualTo("三図試験の想定最大規模"));
            assertThat(hazardsAt.gravest(at)).extracting(HazardArea::measure).filteredOn(m -> m == Measure.DEPTH).hasSize(1);
            assertThat(hazardsAt.gravest(at)).last().satisfies(a -> assertThat(a.measure()).as("how long it stays is told last").isEqualTo(Measure.DURATION));
            String page = mvc.perform(get("/cases/" + file.number() + "/interview").with(As.aoba2())).andReturn().getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(page).contains("20.0m以上").contains("三図試験の想定最大規模").doesNotContain("三図試験の計画規模").doesNotContain("三図試験の不明");
            assertThat(page.indexOf("三図試験の想定最大規模")).isLessThan(page.indexOf("三図試験の土砂"));
            assertThat(page).contains("/cases/" + file.number() + "/route");
        } finally {
            jdbc.sql("update evacuation.hazard_layer set replaced_at = now() where name like '三図試験%'").update();
        }
    }

    private void load(String name, HazardKind kind, Position at, String property) {
        String ring = "[[%1$f,%3$f],[%2$f,%3$f],[%2$f,%4$f],[%1$f,%4$f],[%1$f,%3$f]]".formatted(at.lon() - 1e-4, at.lon() + 1e-4, at.lat() - 1e-4, at.lat() + 1e-4);
        load.load(name, kind, "試験", new java.io.ByteArrayInputStream(("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{" + property
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}").getBytes(java.nio.charset.StandardCharsets.UTF_8)), 1 << 20);
    }

    @Test
    void theRosterAsksTheMapsByAddress() {
        assertThat(roster.of("みちしるべ市川端町四丁目5番5号")).hasValueSatisfying(said -> assertThat(said).contains("洪水"));
        assertThat(roster.of("どこにもない町1")).as("nobody can say").isEmpty();
    }

    /** A point that the demo city's own flood map covers. */
    private Position wet() {
        for (double lon = 139.90; lon < 139.96; lon += 0.001) {
            Position at = new Position(37.4975, lon);
            if (hazardsAt.of(at).stream().anyMatch(a -> a.hazard() == HazardKind.FLOOD)) {
                return at;
            }
        }
        throw new IllegalStateException("the demo city has no flood area there");
    }
}
