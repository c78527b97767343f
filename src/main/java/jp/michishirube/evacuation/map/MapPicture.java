package jp.michishirube.evacuation.map;

import java.util.List;
import jp.michishirube.evacuation.danger.DangerSpot;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.road.RoadNetwork;

/**
 * What a printed map shows.
 *
 * @param ways   the first is drawn strongest
 * @param words  texts of the legend and the attribution, in the reader's language
 */
public record MapPicture(Position home, List<Route> ways, List<RoadNetwork.Road> roads, List<HazardArea> areas, List<DangerSpot> spots, Words words) {

    /**
     * @param label such as 「洪水：青葉小学校」
     * @param line  along the roads
     * @param place where it leads to, which may lie off the roads
     */
    public record Route(String label, String placeName, List<Position> line, List<String> streets, Position place) {}

    public record Words(String home, String place, String flood1, String flood2, String flood3, String slide1, String slide2, String collapse, String unknown, String gap, String spot,
                 String attribution, String north, String metre) {}
}
