package jp.michishirube.linkage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.form.Holder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** デジタル防災: the nearest evacuation place for each kind of disaster that the city plans for. */
@Component
class DisasterAppSource implements FactSource {

    /** The form's rows and the law's names of the eight kinds. */
    private static final Map<String, String> HAZARDS = new LinkedHashMap<>();

    static {
        HAZARDS.put("flood", "洪水");
        HAZARDS.put("landslide", "崖崩れ、土石流及び地滑り");
        HAZARDS.put("stormSurge", "高潮");
        HAZARDS.put("earthquake", "地震");
        HAZARDS.put("tsunami", "津波");
        HAZARDS.put("fire", "大規模な火事");
        HAZARDS.put("inlandFlood", "内水氾濫");
        HAZARDS.put("volcano", "火山現象");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Used(List<String> hazards) {}

    private final Outside outside;
    private final Clock clock;
    private final List<String> hazards;

    @Autowired
    DisasterAppSource(Outside outside, Municipality municipality, Clock clock) {
        this(outside, municipality.section("plan", Used.class).hazards(), clock);
    }

    DisasterAppSource(Outside outside, List<String> used, Clock clock) {
        this.outside = outside;
        this.clock = clock;
        this.hazards = used == null ? List.copyOf(HAZARDS.keySet()) : used.stream().filter(HAZARDS::containsKey).toList();
    }

    @Override
    public Holder holder() {
        return Holder.DISASTER_APP;
    }

    /** Where the person lives is told by the city OS: who is not on it, or whose place is not known there, gets no proposal. */
    @Override
    public Optional<Fetched> fetch(Resident resident, Outside.Patience patience) {
        JsonNode home = CityOsSource.profile(outside, resident, patience).map(p -> p.path("location")).orElse(null);
        if (home == null || !home.path("lat").isNumber() || !home.path("lon").isNumber()) {
            return Optional.empty();
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        JsonNode last = null;
        for (String hazard : hazards) {
            ObjectNode asked = JsonNodeFactory.instance.objectNode().put("hazard", HAZARDS.get(hazard));
            asked.set("lat", home.path("lat"));
            asked.set("lon", home.path("lon"));
            last = outside.post(OutsideService.DISASTER_APP, patience, asked, "/v1/places/search");
            FactWriter.require(last.path("places").isArray(), OutsideService.DISASTER_APP);
            add(rows, hazard, last.path("places"));
        }
        return rows.isEmpty() ? Optional.empty()
                : Optional.of(Fetched.of(last, new FactWriter(Holder.DISASTER_APP).rows("places", rows).facts(), clock));
    }

    private static void add(ArrayNode rows, String hazard, JsonNode nearestFirst) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (JsonNode place : nearestFirst) {
            if (place.path("name").isTextual()) {
                if (!row.has("site")) {
                    row.set("site", place(place));
                }
                if (!row.has("shelter") && !FactWriter.clean(place.path("shelter")).isEmpty()) {
                    row.set("shelter", place(place));
                }
            }
        }
        if (!row.isEmpty()) {
            rows.add(row.put("hazard", hazard));
        }
    }

    private static ObjectNode place(JsonNode place) {
        ObjectNode made = FactWriter.row(place, "id", "id", "name", "name", "address", "address");
        if (place.path("lat").isNumber() && place.path("lon").isNumber()) {
            made.put("lat", place.path("lat").asDouble()).put("lon", place.path("lon").asDouble());
        }
        return made.put("designated", true);
    }
}
