package jp.michishirube.evacuation.flight;

import static jp.michishirube.evacuation.hazard.HazardKind.EARTHQUAKE;
import static jp.michishirube.evacuation.hazard.HazardKind.FLOOD;
import static jp.michishirube.evacuation.hazard.HazardKind.INLAND_FLOOD;
import static jp.michishirube.evacuation.hazard.HazardKind.LANDSLIDE;
import static jp.michishirube.evacuation.hazard.HazardKind.LARGE_FIRE;
import static jp.michishirube.evacuation.hazard.HazardKind.STORM_SURGE;
import static jp.michishirube.evacuation.hazard.HazardKind.TSUNAMI;
import static jp.michishirube.evacuation.hazard.HazardKind.VOLCANO;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.michishirube.evacuation.flight.Judged.Verdict;
import jp.michishirube.evacuation.hazard.Exactness;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Measure;

/**
 * 避難行動判定フロー (内閣府「避難情報に関するガイドライン」): whose house has a colour on the map flees; above the water stays only who is
 * outside the zones where houses fall and slopes slide, higher than the water, and can wait until it is gone. What is not known counts as the gravest.
 */
final class FlightRule {

    /** A storm brings all of them. */
    private static final Set<HazardKind> WATER = EnumSet.of(FLOOD, LANDSLIDE, STORM_SURGE, INLAND_FLOOD);
    /** From which floor a room is above the water of each class of depth (国土交通省「水害ハザードマップ作成の手引き」): 0.5, 3, 5, 10 and 20 m. */
    private static final int[] DRY_FROM = {2, 2, 3, 5, 8};
    /** 浸水継続時間 of up to a day: whoever cannot flee alone waits no longer without help. */
    private static final int LONGEST_WAIT = 2;

    private FlightRule() {}

    /** What comes along with it. */
    static Set<HazardKind> brings(HazardKind event) {
        return switch (event) {
            case FLOOD, LANDSLIDE, STORM_SURGE, INLAND_FLOOD -> WATER;
            case EARTHQUAKE, TSUNAMI -> EnumSet.of(EARTHQUAKE, TSUNAMI, LANDSLIDE);
            case LARGE_FIRE -> EnumSet.of(LARGE_FIRE);
            case VOLCANO -> EnumSet.of(VOLCANO);
        };
    }

    /**
     * @param exactness null where nobody knows where the home is
     * @param mapped    whether the city has whole maps of all that the event brings
     * @param floor     on which the person lives; null for not known
     * @param here      areas of what the event brings that cover the home
     */
    static Verdict judge(HazardKind event, Exactness exactness, boolean mapped, Integer floor, List<HazardArea> here) {
        boolean atDoor = exactness == Exactness.DOOR;
        if (exactness == null) {
            return Verdict.UNKNOWN;
        }
        if (here.stream().allMatch(FlightRule::tellsNothing)) {
            // No map says that a house stands after a shaking, or where a fire goes.
            return atDoor && mapped && here.isEmpty() && (WATER.contains(event) || event == TSUNAMI) ? Verdict.OUTSIDE : Verdict.UNKNOWN;
        }
        return atDoor && floor != null && WATER.contains(event) && here.stream().allMatch(a -> isBearable(a, floor)) && hasDepthAndEnd(here) ? Verdict.ABOVE : Verdict.GO;
    }

    /** That the ground shakes is true of the whole city: it tells nobody to leave a house that stands. */
    private static boolean tellsNothing(HazardArea area) {
        return area.hazard() == EARTHQUAKE;
    }

    private static boolean isBearable(HazardArea area, int floor) {
        return area.isClassKnown() && area.hazard() != TSUNAMI && switch (area.measure()) {
            case DEPTH -> area.level() <= DRY_FROM.length && floor >= DRY_FROM[area.level() - 1];
            case DURATION -> area.level() <= LONGEST_WAIT;
            case COLLAPSE, ZONE, EXTENT -> false;
        };
    }

    /** Of each water that comes how deep it is and how long it stays. */
    private static boolean hasDepthAndEnd(List<HazardArea> here) {
        return here.stream().map(HazardArea::hazard).distinct().allMatch(hazard -> says(here, hazard, Measure.DEPTH) && says(here, hazard, Measure.DURATION));
    }

    private static boolean says(List<HazardArea> here, HazardKind hazard, Measure measure) {
        return here.stream().anyMatch(a -> a.hazard() == hazard && a.measure() == measure);
    }
}
