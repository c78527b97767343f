package jp.michishirube.evacuation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.evacuation.flight.Judged.Verdict;
import jp.michishirube.evacuation.hazard.Exactness;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Measure;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Random homes below random maps: what is not known is never mild, and more danger never makes a milder word. */
class FlightRuleTest {

    private static final String SEED = "20261201";

    record Known(HazardKind event, Exactness exactness, boolean mapped, Integer floor, List<HazardArea> here) {

        Verdict verdict() {
            return FlightRule.judge(event, exactness, mapped, floor, here.stream().filter(a -> FlightRule.brings(event).contains(a.hazard())).toList());
        }

        Known here(List<HazardArea> other) {
            return new Known(event, exactness, mapped, floor, other);
        }
    }

    @Provide
    Arbitrary<HazardArea> areas() {
        return Combinators.combine(Arbitraries.of(HazardKind.class), Arbitraries.of(Measure.class), Arbitraries.integers().between(0, 7)).as(FlightRuleTest::area)
                .filter(a -> a.level() <= switch (a.measure()) {
                    case DEPTH -> 6;
                    case DURATION -> 7;
                    case COLLAPSE -> 3;
                    case ZONE -> 2;
                    case EXTENT -> 1;
                });
    }

    @Provide
    Arbitrary<Known> homes() {
        return Combinators.combine(Arbitraries.of(HazardKind.class), Arbitraries.of(Exactness.class).injectNull(.2), Arbitraries.of(true, false),
                Arbitraries.integers().between(-1, 12).injectNull(.3), areas().list().ofMaxSize(4)).as(Known::new);
    }

    /** Homes at the river, at whose doors depth and time are known: those for whom a floor may decide. */
    @Provide
    Arbitrary<Known> wetHomes() {
        Arbitrary<HazardArea> depth = Arbitraries.integers().between(0, 6).map(level -> area(HazardKind.FLOOD, Measure.DEPTH, level));
        Arbitrary<HazardArea> time = Arbitraries.integers().between(0, 3).map(level -> area(HazardKind.FLOOD, Measure.DURATION, level));
        return Combinators.combine(Arbitraries.of(Exactness.DOOR, Exactness.DOOR, Exactness.BLOCK), Arbitraries.integers().between(-1, 12).injectNull(.3), depth, time)
                .as((exactness, floor, deep, lasts) -> new Known(HazardKind.FLOOD, exactness, true, floor, List.of(deep, lasts)));
    }

    @Property(tries = 2000, seed = SEED)
    void atTheRiverAFloorThatNobodyKnowsIsTheGroundAndOneHigherIsNeverWorse(@ForAll("wetHomes") Known home) {
        nobodyIsToldLessThanUnknownWhereSomethingIsNotKnown(home);
        aFloorThatNobodyKnowsCountsAsTheGround(home);
        Known higher = new Known(home.event(), home.exactness(), home.mapped(), home.floor() == null ? null : home.floor() + 1, home.here());
        assertThat(home.verdict() == Verdict.ABOVE && higher.verdict() != Verdict.ABOVE).isFalse();
    }

    @Property(tries = 4000, seed = SEED)
    void nobodyIsToldLessThanUnknownWhereSomethingIsNotKnown(@ForAll("homes") Known home) {
        if (home.exactness() != Exactness.DOOR) {
            assertThat(home.verdict()).isIn(Verdict.GO, Verdict.UNKNOWN);
        }
        if (home.verdict() == Verdict.OUTSIDE) {
            assertThat(home.mapped()).isTrue();
        }
        if (home.verdict() == Verdict.ABOVE) {
            assertThat(home.floor()).isNotNull();
            assertThat(home.here()).filteredOn(a -> FlightRule.brings(home.event()).contains(a.hazard()))
                    .allMatch(a -> a.isClassKnown() && (a.measure() == Measure.DEPTH || a.measure() == Measure.DURATION) && a.hazard() != HazardKind.TSUNAMI)
                    .anyMatch(a -> a.measure() == Measure.DEPTH).anyMatch(a -> a.measure() == Measure.DURATION);
        }
    }

    /** GO is gravest; ABOVE and OUTSIDE are what somebody might stay for. */
    @Property(tries = 4000, seed = SEED)
    void oneMoreDangerMakesNothingMilder(@ForAll("homes") Known home, @ForAll("areas") HazardArea more) {
        if (home.verdict() == Verdict.GO && home.here().stream().noneMatch(a -> a.measure() == Measure.DEPTH || a.measure() == Measure.DURATION)) {
            List<HazardArea> all = new ArrayList<>(home.here());
            all.add(more);
            assertThat(home.here(all).verdict()).isEqualTo(Verdict.GO);
        }
    }

    @Property(tries = 4000, seed = SEED)
    void aFloorThatNobodyKnowsCountsAsTheGround(@ForAll("homes") Known home) {
        Known unknown = new Known(home.event(), home.exactness(), home.mapped(), null, home.here());
        Known ground = new Known(home.event(), home.exactness(), home.mapped(), 1, home.here());
        assertThat(unknown.verdict()).isEqualTo(ground.verdict());
    }

    @Test
    void aboveTheWaterIsTheFloorHigherThanItsDepthWhereItSoonGoes() {
        List<HazardArea> three = List.of(area(HazardKind.FLOOD, Measure.DEPTH, 3), area(HazardKind.FLOOD, Measure.DURATION, 1));
        assertThat(at(2, three)).isEqualTo(Verdict.GO);
        assertThat(at(3, three)).isEqualTo(Verdict.ABOVE);
        assertThat(at(3, three.subList(0, 1))).as("nobody knows how long").isEqualTo(Verdict.GO);
        assertThat(at(3, List.of(three.get(0), area(HazardKind.FLOOD, Measure.DURATION, 3)))).isEqualTo(Verdict.GO);
        assertThat(at(9, List.of(three.get(0), three.get(1), area(HazardKind.FLOOD, Measure.COLLAPSE, 1)))).as("the house falls").isEqualTo(Verdict.GO);
        assertThat(at(9, List.of(three.get(0), three.get(1), area(HazardKind.LANDSLIDE, Measure.ZONE, 1)))).as("the slope slides").isEqualTo(Verdict.GO);
        assertThat(at(9, List.of(three.get(0), three.get(1), area(HazardKind.STORM_SURGE, Measure.DEPTH, 1)))).as("another water, for how long").isEqualTo(Verdict.GO);
    }

    @Test
    void whatNoMapCanTellIsNotKnown() {
        assertThat(new Known(HazardKind.FLOOD, Exactness.DOOR, true, 1, List.of()).verdict()).isEqualTo(Verdict.OUTSIDE);
        assertThat(new Known(HazardKind.EARTHQUAKE, Exactness.DOOR, true, 1, List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Known(HazardKind.LARGE_FIRE, Exactness.DOOR, true, 1, List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Known(HazardKind.FLOOD, Exactness.TOWN, true, 1, List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Known(HazardKind.EARTHQUAKE, Exactness.DOOR, true, 9, List.of(area(HazardKind.TSUNAMI, Measure.DEPTH, 1))).verdict()).isEqualTo(Verdict.GO);
    }

    private static Verdict at(int floor, List<HazardArea> here) {
        return FlightRule.judge(HazardKind.FLOOD, Exactness.DOOR, true, floor, here);
    }

    private static HazardArea area(HazardKind hazard, Measure measure, int level) {
        return new HazardArea(0, hazard, measure, level, "", "", "", null);
    }
}
