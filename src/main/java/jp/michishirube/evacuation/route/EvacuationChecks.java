package jp.michishirube.evacuation.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HazardsAt;
import jp.michishirube.evacuation.hazard.Home;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.place.Suitability;
import jp.michishirube.evacuation.road.RouteWords;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.Ways;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.interview.SubmissionChecks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Looks at the places and ways of a plan before it is handed in: a place that left its list or lost its designation since it was chosen,
 * a place inside the very area it is to save from, a home in a hazard area without a way out of it, a saved way that leads to another place or through a danger.
 */
@Component
@Order(20)
public class EvacuationChecks implements SubmissionChecks {

    private final CaseFiles cases;
    private final Homes homes;
    private final Places places;
    private final HazardsAt hazardsAt;
    private final Routes routes;
    private final Dangers dangers;
    private final RouteWords words;
    private final MessageSource messages;
    private final EvacuationPolicy policy;

    EvacuationChecks(CaseFiles cases, Homes homes, Places places, HazardsAt hazardsAt, Routes routes, Dangers dangers, RouteWords words,
            MessageSource messages, Municipality municipality) {
        this.cases = cases;
        this.homes = homes;
        this.policy = municipality.section("evacuation", EvacuationPolicy.class);
        this.places = places;
        this.hazardsAt = hazardsAt;
        this.routes = routes;
        this.dangers = dangers;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public List<CheckFinding> of(CaseId caseId, ObjectNode answers) {
        List<CheckFinding> findings = new ArrayList<>();
        walk("", answers, null, caseId, findings);
        List<SavedRoute> saved = routes.of(caseId);
        homes.of(cases.get(caseId).resident()).map(Home::position).map(hazardsAt::gravest).orElse(List.of()).stream()
                .filter(a -> policy.hazards().contains(a.hazard()) && saved.stream().noneMatch(r -> r.hazard() == a.hazard()))
                .forEach(a -> findings.add(finding("", "home-in-danger", dangers.areaLabel(a), say(a.hazard().messageKey()))));
        for (SavedRoute route : saved) {
            List<Way.Crossing> now = Ways.crossings(route.way().line(), dangers.around(route.way().line(), route.hazard()).all()).stream()
                    .filter(c -> !c.fromHome()).toList();
            if (!now.isEmpty()) {
                findings.add(finding("", "route-crosses-danger", say(route.hazard().messageKey()), now.get(0).label()));
            }
        }
        return findings;
    }

    /** Answers are keyed by the form, whose sections are the municipality's own: a place is known by its shape, its kind of disaster by the row. */
    private void walk(String pointer, JsonNode node, HazardKind row, CaseId caseId, List<CheckFinding> findings) {
        if (node.isObject()) {
            HazardKind of = HazardKind.of(node.path("_key").asText()).orElse(row);
            if (node.path("id").asText().matches("\\d{1,18}") && node.has("designated")) {
                place(pointer, node, of, caseId, findings);
                return;
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                walk(pointer + "/" + field.getKey(), field.getValue(), HazardKind.of(field.getKey()).orElse(of), caseId, findings);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String key = node.get(i).path("_key").asText(String.valueOf(i));
                walk(pointer + "/" + key, node.get(i), row, caseId, findings);
            }
        }
    }

    private void place(String pointer, JsonNode answer, HazardKind hazard, CaseId caseId, List<CheckFinding> findings) {
        Optional<Place> found = places.find(answer.path("id").asLong());
        if (found.isEmpty() || !found.get().isOnList()) {
            findings.add(finding(pointer, "place-vanished", answer.path("name").asText()));
            return;
        }
        Place place = found.get();
        if (hazard == null || place.kind().isShelter()) {
            return;
        }
        if (answer.path("designated").asBoolean() && place.suitability(hazard) != Suitability.DESIGNATED) {
            findings.add(finding(pointer, "place-lost-designation", place.name(), say(hazard.messageKey())));
        }
        if (place.position() != null) {
            hazardsAt.of(place.position()).stream().filter(a -> a.hazard() == hazard).findFirst()
                    .ifPresent(a -> findings.add(finding(pointer, "place-in-danger", place.name(), dangers.areaLabel(a))));
        }
        routes.latest(caseId, hazard).filter(r -> r.placeId() != null && r.placeId() != place.id())
                .ifPresent(r -> findings.add(finding(pointer, "route-elsewhere", place.name(), r.placeName(), words.distance(r.way().metres()))));
    }

    private CheckFinding finding(String pointer, String rule, Object... args) {
        return new CheckFinding(pointer, Severity.WARNS, rule, say("check." + rule, args));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
