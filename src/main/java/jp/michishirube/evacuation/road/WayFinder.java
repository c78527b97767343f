package jp.michishirube.evacuation.road;

import com.graphhopper.GHResponse;
import com.graphhopper.util.PointList;
import com.graphhopper.util.exceptions.ConnectionNotFoundException;
import com.graphhopper.util.exceptions.PointNotFoundException;
import com.graphhopper.util.exceptions.PointOutOfBoundsException;
import java.util.List;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.problem.Problem;

/**
 * Finds ways that keep out of dangers. A road in danger is not forbidden but counts as many times longer: people live inside flood
 * areas, and where every way crosses something the best one is shown with what it crosses.
 */
public final class WayFinder {

    private WayFinder() {}

    /**
     * @param through      home, via points in order, place
     * @param kmh          the resident's speed; not used for a car
     * @param alternatives up to two more ways, only without via points
     * @return the best way first
     * @throws Problem {@code route-none} when no road leads there by this way of moving, {@code route-none-in-winter} when none does in winter, {@code route-off-the-roads} when a point is
     *                 outside the road network, {@code route-<end>-far}, {@code -barrier}, {@code -steps} when the road on which the way
     *                 would begin or end cannot be reached from the point itself
     */
    public static List<Way> find(RoadNetwork network, WayProfile profile, Season season, List<Position> through, double kmh, List<Danger> dangers,
            boolean alternatives) {
        GHResponse response = network.route(profile, season, through, dangers, alternatives);
        if (response.hasErrors()) {
            Throwable error = response.getErrors().get(0);
            if (error instanceof ConnectionNotFoundException) {
                throw Problem.badRequest(season.closes(profile) ? "route-none-in-winter" : "route-none");
            }
            if (error instanceof PointNotFoundException || error instanceof PointOutOfBoundsException) {
                throw Problem.badRequest("route-off-the-roads");
            }
            throw new IllegalStateException(error);
        }
        check(network, profile, through, response.getBest().getWaypoints());
        Position place = through.get(through.size() - 1);
        return response.getAll().stream().map(path -> Ways.of(path, through.get(0), place, kmh, profile == WayProfile.CAR, dangers)).toList();
    }

    private static void check(RoadNetwork network, WayProfile profile, List<Position> through, PointList onRoads) {
        for (int i = 0; i < through.size(); i++) {
            String end = i == 0 ? "home" : i == through.size() - 1 ? "place" : "via";
            network.against(through.get(i), new Position(onRoads.getLat(i), onRoads.getLon(i)), profile).ifPresent(why -> {
                throw Problem.badRequest("route-" + end + "-" + why);
            });
        }
    }
}
