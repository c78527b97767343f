package jp.michishirube.evacuation;

import java.util.List;

/**
 * What a printed map shows.
 *
 * @param ways   the first is drawn strongest
 * @param words  texts of the legend and the attribution, in the reader's language
 */
record MapPicture(Position home, List<Route> ways, List<RoadNetwork.Road> roads, List<HazardArea> areas, List<DangerSpot> spots, Words words) {

    /** @param label such as 「洪水：青葉小学校」 */
    record Route(String label, String placeName, List<Position> line, List<String> streets) {}

    record Words(String home, String place, String flood1, String flood2, String flood3, String slide1, String slide2, String spot,
                 String attribution, String north, String metre) {}
}
