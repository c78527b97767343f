package jp.michishirube.evacuation.road;

import java.util.List;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;

/**
 * What kind of way is asked for.
 *
 * @param placeId where to; null for a hand-drawn line without a place of the list
 * @param kmh     the resident's speed, 0.3 to 30 km/h
 * @param vias    points the way must pass, in order, at most {@value #MOST_VIAS}
 * @param season  when it is to be gone; all the year when not said
 * @param drawn   a line drawn by hand from the home to the place; empty to let the roads decide
 */
public record RouteWish(HazardKind hazard, Long placeId, WayProfile profile, double kmh, List<Position> vias, List<Position> drawn, Season season) {

    public static final int MOST_VIAS = 8;
    public static final int MOST_DRAWN = 500;

    public RouteWish {
        vias = vias == null ? List.of() : List.copyOf(vias);
        season = season == null ? Season.ALL_YEAR : season;
        drawn = drawn == null ? List.of() : List.copyOf(drawn);
        if (!(kmh >= 0.3 && kmh <= 30)) {
            kmh = profile.usualSpeed();
        }
    }
}
