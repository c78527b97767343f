package jp.michishirube.evacuation.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** On the demo city's own small network. */
class WayFinderTest {

    private static final Position HOME = new Position(37.5020, 139.9400);
    private static final Position PLACE = new Position(37.5082, 139.9466);

    @TempDir
    static Path cache;
    static RoadNetwork network;

    @BeforeAll
    static void roads() throws Exception {
        network = RoadNetwork.open(Path.of("forms/990019/roads.osm"), cache.resolve("graph"), 200);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void aWayHasLengthTimeAtTheResidentsSpeedAndTurns() {
        Way way = WayFinder.find(network, WayProfile.WALKER, Season.ALL_YEAR, List.of(HOME, PLACE), 1.8, List.of(), false).get(0);
        assertThat(way.metres()).isBetween(HOME.metresTo(PLACE), HOME.metresTo(PLACE) * 1.6);
        assertThat(way.minutes()).isEqualTo((int) Math.ceil(way.metres() / 30));
        assertThat(way.steps().get(0).turn()).isEqualTo(Turn.START);
        assertThat(way.steps()).filteredOn(s -> s.turn() != Turn.ARRIVE).as("a single straight edge has a direction too")
                .allSatisfy(s -> assertThat(s.direction()).isNotEmpty());
        assertThat(way.steps().get(way.steps().size() - 1).turn()).isEqualTo(Turn.ARRIVE);
        assertThat(way.steps()).extracting(Way.Step::street).contains("青葉通り");
        assertThat(way.crossings()).isEmpty();
    }

    @Test
    void theWayGoesAroundADangerThatLiesOnIt() {
        Way direct = WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(HOME, PLACE), 3.6, List.of(), false).get(0);
        Danger spot = circle("spot:1", direct.line().get(direct.line().size() / 2), 0.0006);
        Way around = WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(HOME, PLACE), 3.6, List.of(spot), false).get(0);
        assertThat(Ways.crossings(direct.line(), List.of(spot))).isNotEmpty();
        assertThat(around.crossings()).isEmpty();
        assertThat(around.line()).isNotEqualTo(direct.line());
    }

    @Test
    void whereNothingAvoidsAllTheBestWaySaysWhatItCrosses() {
        Danger atHome = circle("area:7", HOME, 0.002);
        Way way = WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(HOME, PLACE), 3.6, List.of(atHome), false).get(0);
        assertThat(way.crossings()).singleElement().satisfies(c -> {
            assertThat(c.key()).isEqualTo("area:7");
            assertThat(c.fromHome()).isTrue();
            assertThat(c.atPlace()).isFalse();
            assertThat(c.metres()).isBetween(100.0, 600.0);
        });
    }

    @Test
    void aWheelchairTakesNoSteps() {
        Position below = new Position(37.5110, 139.9510);
        Position above = new Position(37.5134, 139.9540);
        Way onFoot = WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(below, above), 3.6, List.of(), false).get(0);
        Way rolling = WayFinder.find(network, WayProfile.WHEELCHAIR, Season.ALL_YEAR, List.of(below, above), 2.5, List.of(), false).get(0);
        assertThat(onFoot.steps()).extracting(Way.Step::street).contains("山手石段");
        assertThat(rolling.steps()).extracting(Way.Step::street).doesNotContain("山手石段");
    }

    @Test
    void otherWaysAreOfferedAndViaPointsAreKept() {
        List<Way> ways = WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(HOME, PLACE), 3.6, List.of(), true);
        assertThat(ways).hasSizeBetween(2, 3);
        Position via = new Position(37.5045, 139.9370);
        Way way = WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(HOME, via, PLACE), 3.6, List.of(), true).get(0);
        assertThat(way.steps()).extracting(Way.Step::turn).contains(Turn.VIA);
        assertThat(way.line().stream().mapToDouble(p -> p.metresTo(via)).min().orElseThrow()).isLessThan(60);
    }

    @Test
    void aPointFarFromTheRoadsIsToldAsSuch() {
        assertThatThrownBy(() -> WayFinder.find(network, WayProfile.FOOT, Season.ALL_YEAR, List.of(HOME, new Position(35.68, 139.76)), 3.6, List.of(), false))
                .isInstanceOf(Problem.class).hasMessage("route-off-the-roads");
    }

    @Test
    void aFileThatIsNoExtractIsRefused() throws Exception {
        Path wrong = Files.writeString(cache.resolve("wrong.osm"), "<html>not a map</html>");
        assertThatThrownBy(() -> RoadNetwork.open(wrong, cache.resolve("wrong"), 200)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theNetworkIsLoadedFromTheCacheTheSecondTime() throws Exception {
        try (RoadNetwork again = RoadNetwork.open(Path.of("forms/990019/roads.osm"), cache.resolve("graph"), 200)) {
            assertThat(again.nodes()).isEqualTo(network.nodes());
            assertThat(again.roads(again.bounds(), 10_000)).hasSizeGreaterThan(1000)
                    .anySatisfy(r -> assertThat(r.name()).isEqualTo("国道990号"));
            assertThat(again.roads(again.bounds(), 300)).hasSizeLessThanOrEqualTo(300);
        }
    }

    static Danger circle(String key, Position centre, double degrees) {
        Geometry shape = new GeometryFactory().createPoint(new Coordinate(centre.lon(), centre.lat())).buffer(degrees, 4);
        return new Danger(key, key, key, 1, 0.01, shape);
    }
}
