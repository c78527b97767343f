package jp.michishirube.evacuation.road;

import static com.graphhopper.json.Statement.Else;
import static com.graphhopper.json.Statement.ElseIf;
import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;

import com.graphhopper.config.Profile;
import com.graphhopper.util.CustomModel;
import java.util.List;

/** What each way of moving thinks of a road. A change here needs a new {@link #VERSION}, so that cached networks are built anew. */
final class RoadProfiles {

    static final String VERSION = "2";
    static final String VALUES = "foot_access, foot_average_speed, foot_priority, car_access, car_average_speed, road_class, surface, incline,"
            + " road_environment, " + WinterTag.NAME;

    private RoadProfiles() {}

    static List<Profile> all() {
        return List.of(new Profile("foot").setCustomModel(onFoot()),
                new Profile("walker").setCustomModel(onFoot()
                        .addToPriority(If("road_class == STEPS", MULTIPLY, "0"))
                        .addToPriority(If("incline >= 8", MULTIPLY, "0.3")).addToPriority(ElseIf("incline >= 5", MULTIPLY, "0.6"))),
                new Profile("wheelchair").setCustomModel(onFoot()
                        .addToPriority(If("road_class == STEPS", MULTIPLY, "0"))
                        .addToPriority(If("incline >= 8", MULTIPLY, "0.1")).addToPriority(ElseIf("incline >= 5", MULTIPLY, "0.4"))
                        .addToPriority(If("surface == GRAVEL || surface == GROUND || surface == DIRT || surface == SAND || surface == GRASS"
                                + " || surface == UNPAVED || road_class == TRACK", MULTIPLY, "0.2"))),
                new Profile("car").setCustomModel(dryAndCleared(60)
                        .addToPriority(If("!car_access", MULTIPLY, "0"))
                        .addToSpeed(If("true", LIMIT, "car_average_speed"))));
    }

    /** On top of a profile. */
    static CustomModel withoutWinterRoads() {
        return new CustomModel().addToPriority(If(WinterTag.NAME, MULTIPLY, "0"));
    }

    private static CustomModel onFoot() {
        return dryAndCleared(30)
                .addToPriority(If("!foot_access", MULTIPLY, "0")).addToPriority(Else(MULTIPLY, "foot_priority"))
                .addToSpeed(If("true", LIMIT, "foot_average_speed"));
    }

    /** No ferry sails and no ford can be passed when it matters; a pass closed in winter is taken where there is no other way, and told. */
    private static CustomModel dryAndCleared(double distanceInfluence) {
        return new CustomModel().setDistanceInfluence(distanceInfluence)
                .addToPriority(If("road_environment == FERRY || road_environment == FORD", MULTIPLY, "0"))
                .addToPriority(If(WinterTag.NAME, MULTIPLY, "0.1"));
    }
}
