package jp.michishirube.roster.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.file.HazardClass;

/** The dangers that a list says in columns of their own, as the one text that rules and pages read. */
final class Hazards {

    private static final Map<String, String> NAMES = names();

    private Hazards() {}

    /** Said to be outside of all that the list speaks of is "none"; where one cell says nothing, nothing is said of it, and the maps are asked. */
    static void join(Map<String, String> values) {
        List<String> inside = new ArrayList<>();
        boolean silent = false;
        boolean any = false;
        for (Map.Entry<String, String> kind : NAMES.entrySet()) {
            String said = values.get(kind.getKey());
            if (said != null) {
                any = true;
                silent |= said.isEmpty();
                if (!said.isEmpty() && !said.equals(HazardClass.NONE)) {
                    inside.add(said.equals(HazardClass.INSIDE) ? kind.getValue() : kind.getValue() + "（" + said + "）");
                }
            }
        }
        if (any) {
            String words = values.getOrDefault("hazard", "");
            if (!words.isEmpty() && !words.equals(HazardClass.NONE)) {
                inside.add(0, words);
            }
            values.put("hazard", inside.isEmpty() ? silent ? words : HazardClass.NONE : String.join("・", inside));
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("hazardFlood", "洪水");
        names.put("hazardLandslide", "土砂災害");
        names.put("hazardInland", "内水氾濫");
        names.put("hazardSurge", "高潮");
        names.put("hazardTsunami", "津波");
        return names;
    }
}
