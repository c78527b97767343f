package jp.michishirube.evacuation.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A village of streets 100 m apart, 8 by 6, with a river west of it, a school on a terrace that only steps lead to, a mill behind a ford,
 * an island with a ferry, and a pass that is closed in winter.
 */
class OffTheRoadsTest {

    private static final double METRE_LAT = 1 / 111_195.0;
    private static final double METRE_LON = METRE_LAT / Math.cos(Math.toRadians(37.5));
    private static final Position SQUARE = at(300, 200);

    @TempDir
    static Path folder;
    static RoadNetwork network;

    @BeforeAll
    static void village() throws Exception {
        StringBuilder osm = new StringBuilder("<osm version='0.6'>");
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                node(osm, 100 + y * 8 + x, at(x * 100, y * 100));
            }
        }
        node(osm, 1, at(-60, -300));
        node(osm, 2, at(-60, 900));
        node(osm, 3, at(750, 560));
        node(osm, 4, at(750, 640));
        node(osm, 5, at(1000, 200));
        node(osm, 6, at(1000, 0));
        node(osm, 7, at(1500, 0));
        node(osm, 10, at(1000, 500));
        // roads elsewhere, so that nothing here lies beyond the extract
        node(osm, 8, at(-900, -900));
        node(osm, 9, at(-900, 900));
        for (int n = 0; n < 30; n++) {
            node(osm, 200 + n, at(1500 + n * 20, 0));
        }
        for (int y = 0; y < 6; y++) {
            way(osm, 100 + y, "highway=residential", 100 + y * 8, 101 + y * 8, 102 + y * 8, 103 + y * 8, 104 + y * 8, 105 + y * 8, 106 + y * 8, 107 + y * 8);
        }
        for (int x = 0; x < 8; x++) {
            way(osm, 200 + x, "highway=residential", 100 + x, 108 + x, 116 + x, 124 + x, 132 + x, 140 + x);
        }
        way(osm, 1, "waterway=river", 1, 2);
        way(osm, 2, "highway=steps", 147, 3, 4);
        way(osm, 3, "highway=unclassified ford=yes", 131, 5);
        way(osm, 4, "route=ferry foot=yes", 107, 6, 7, 200);
        way(osm, 7, "highway=unclassified winter_service=no", 119, 147);
        way(osm, 8, "highway=unclassified winter_service=no", 147, 10);
        int[] island = new int[30];
        java.util.Arrays.setAll(island, n -> 200 + n);
        way(osm, 5, "highway=residential", island);
        way(osm, 6, "highway=residential", 8, 9);
        network = RoadNetwork.open(Files.writeString(folder.resolve("village.osm"), osm.append("</osm>")), folder.resolve("graph"), 200);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void theGapAtEitherEndIsMeasuredCountedAndNotDrawnAsRoad() {
        Way near = find(WayProfile.WALKER, SQUARE, at(700, 200));
        Way off = find(WayProfile.WALKER, at(300, -150), at(700, 200));
        assertThat(near.gaps().fromHome()).isLessThan(1);
        assertThat(off.gaps().fromHome()).isBetween(149.0, 151.0);
        assertThat(off.metres()).isBetween(748.0, 752.0);
        assertThat(off.minutes()).isEqualTo((int) Math.ceil(off.metres() / 30));
        assertThat(off.line().get(0).metresTo(at(300, 0))).isLessThan(1);
    }

    @Test
    void farFromTheRoadsNoWayBegins() {
        assertRefused("route-home-far", WayProfile.WALKER, at(300, -260), SQUARE);
        assertRefused("route-place-far", WayProfile.WALKER, SQUARE, at(300, -260));
    }

    @Test
    void nobodyWalksThroughTheRiver() {
        assertRefused("route-home-barrier", WayProfile.FOOT, at(-100, 200), SQUARE);
        assertRefused("route-place-barrier", WayProfile.FOOT, SQUARE, at(-100, 200));
        assertThat(find(WayProfile.FOOT, at(-50, 200), SQUARE).gaps().fromHome()).as("the bank on this side").isBetween(49.0, 51.0);
    }

    @Test
    void aPlaceThatOnlyStepsLeadToIsToldToWhoCannotTakeThem() {
        Position school = at(750, 640);
        assertRefused("route-place-steps", WayProfile.WHEELCHAIR, SQUARE, school);
        assertRefused("route-place-steps", WayProfile.WALKER, SQUARE, school);
        assertThat(find(WayProfile.FOOT, SQUARE, school).stretches()).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(Stretch.Kind.STEPS);
            assertThat(s.metres()).isBetween(155.0, 165.0);
        });
    }

    @Test
    void neitherFordNorFerryIsAWay() {
        assertRefused("route-place-far", WayProfile.FOOT, SQUARE, at(1000, 200));
        assertRefused("route-place-far", WayProfile.FOOT, SQUARE, at(1800, 0));
    }

    @Test
    void aRoadClosedInWinterIsTakenOnlyWhereThereIsNoOtherAndTold() {
        assertThat(find(WayProfile.WALKER, SQUARE, at(700, 500)).metres()).as("around, not 500 m over the pass").isBetween(695.0, 705.0);
        assertThat(find(WayProfile.WALKER, SQUARE, at(1000, 500)).stretches()).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(Stretch.Kind.CLOSED_IN_WINTER);
            assertThat(s.metres()).isBetween(295.0, 305.0);
        });
    }

    /** In winter it is no road for who rolls, drives or leans on a frame; on foot it is shown where there is no other. */
    @Test
    void inWinterARoadClosedThenIsNoRoadForWhoCannotClimbOverSnow() {
        assertThat(inWinter(WayProfile.WHEELCHAIR, at(700, 500)).stretches()).as("around").isEmpty();
        for (WayProfile profile : List.of(WayProfile.WALKER, WayProfile.WHEELCHAIR, WayProfile.CAR)) {
            assertThatThrownBy(() -> inWinter(profile, at(1000, 500))).as(profile.name()).isInstanceOf(Problem.class);
        }
        assertThat(inWinter(WayProfile.FOOT, at(1000, 500)).stretches()).extracting(Stretch::kind).containsExactly(Stretch.Kind.CLOSED_IN_WINTER);
        assertThat(find(WayProfile.WHEELCHAIR, SQUARE, at(1000, 500)).stretches()).as("else it is shown").hasSize(1);
    }

    @Test
    void whichMonthsAreWinterIsTheMunicipalitysOwn() {
        EvacuationPolicy usual = new EvacuationPolicy(null, null, null, null, null, null, null, null);
        assertThat(usual.isWinter(LocalDate.of(2026, 12, 1))).isTrue();
        assertThat(usual.isWinter(LocalDate.of(2026, 11, 30))).isFalse();
        assertThat(new EvacuationPolicy(null, null, null, null, null, true, List.of(11, 4), null).isWinter(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(new EvacuationPolicy(null, null, null, null, null, false, null, null).isWinter(LocalDate.of(2026, 1, 1))).as("no snow here").isFalse();
    }

    private static Way inWinter(WayProfile profile, Position place) {
        return WayFinder.find(network, profile, Season.WINTER, List.of(SQUARE, place), profile.usualSpeed(), List.of(), false).get(0);
    }

    static void assertRefused(String kind, WayProfile profile, Position home, Position place) {
        assertThatThrownBy(() -> find(profile, home, place)).isInstanceOf(Problem.class).hasMessage(kind);
    }

    static Way find(WayProfile profile, Position home, Position place) {
        return WayFinder.find(network, profile, Season.ALL_YEAR, List.of(home, place), profile.usualSpeed(), List.of(), false).get(0);
    }

    static Position at(double east, double north) {
        return new Position(37.5 + north * METRE_LAT, 139.9 + east * METRE_LON);
    }

    static void node(StringBuilder osm, int id, Position at) {
        osm.append("<node id='").append(id).append("' lat='").append(at.lat()).append("' lon='").append(at.lon()).append("'/>");
    }

    static void way(StringBuilder osm, int id, String tags, int... nodes) {
        osm.append("<way id='").append(id).append("'>");
        for (int node : nodes) {
            osm.append("<nd ref='").append(node).append("'/>");
        }
        for (String tag : tags.split(" ")) {
            osm.append("<tag k='").append(tag.replace("=", "' v='")).append("'/>");
        }
        osm.append("</way>");
    }
}
