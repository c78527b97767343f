package jp.michishirube.evacuation.route;

import java.time.Instant;
import java.util.List;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.road.Season;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.WayProfile;

/**
 * The way of a case for one kind of disaster, as saved.
 *
 * @param version   1, 2, … per case and kind
 * @param placeName as the list said when it was saved
 * @param vias      points that the person asked the way to pass
 * @param season    when it is to be gone; null for one saved before that was kept
 * @param shunned   labels of the dangers around that were known then and kept out of or crossed
 * @param madeBy    name of the person
 */
public record SavedRoute(
        HazardKind hazard, int version, Long placeId, String placeName, Position home, Position place, WayProfile profile, double kmh,
        List<Position> vias, Season season, Way way, List<String> shunned, Instant madeAt, String madeBy) {

    /** Whether it was made for the time in which roads are closed and not cleared: who reads it in summer must know, and the other way round. */
    public boolean isForWinter() {
        return season == Season.WINTER;
    }
}
