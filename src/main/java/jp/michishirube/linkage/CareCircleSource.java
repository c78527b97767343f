package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.michishirube.casefile.Resident;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.form.Holder;
import org.springframework.stereotype.Component;

/** ケアエール: supporters, medication and condition as family and carers noted them. */
@Component
class CareCircleSource implements FactSource {

    private static final Map<String, String> AGREEMENT = Map.of("承諾", "agreed", "依頼中", "asked", "未依頼", "notAsked");

    private final Outside outside;
    private final Clock clock;

    CareCircleSource(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Holder holder() {
        return Holder.CARE_CIRCLE;
    }

    @Override
    public Optional<Fetched> fetch(Resident resident, Outside.Patience patience) {
        return outside.get(OutsideService.CARE_CIRCLE, patience, "/v1/residents/{id}/circle", resident.cityOsId()).map(this::facts);
    }

    private Fetched facts(JsonNode answer) {
        FactWriter.require(answer.path("supporters").isArray() && answer.path("medication").isArray(), OutsideService.CARE_CIRCLE);
        JsonNode condition = answer.path("condition");
        FactWriter facts = new FactWriter(Holder.CARE_CIRCLE)
                .rows("supporters", answer.path("supporters"), CareCircleSource::supporter)
                .rows("contacts", answer.path("contacts"),
                        c -> FactWriter.row(c, "name", "name", "relation", "relation", "phone", "phone", "address", "address"))
                .rows("medication", answer.path("medication"), CareCircleSource::drug)
                .text("clinic", condition.path("doctor").path("clinic")).text("clinicPhone", condition.path("doctor").path("phone"))
                .text("condition", joined(condition.path("diseases"))).text("allergies", joined(condition.path("allergies")));
        return Fetched.of(answer, facts.facts(), clock);
    }

    private static ObjectNode supporter(JsonNode s) {
        ObjectNode row = FactWriter.row(s, "name", "name", "relation", "relation", "address", "address", "phone", "phone", "minutes",
                "arrivalMinutes");
        if (!row.has("name")) {
            return row.removeAll();
        }
        row.put("party", "団体".equals(s.path("kind").asText()) ? "organisation" : "person");
        // What the circle noted is what it heard; the agreement that lets us disclose is the one recorded with us.
        return row.put("agreement", AGREEMENT.getOrDefault(s.path("agreed").asText(), "notAsked"));
    }

    private static ObjectNode drug(JsonNode d) {
        ObjectNode row = FactWriter.row(d, "name", "name", "usage", "usage", "dispensedOn", "dispensedOn");
        String dose = FactWriter.clean(d.path("amount")) + FactWriter.clean(d.path("unit"));
        return row.has("name") && !dose.isEmpty() ? row.put("dose", dose) : row;
    }

    private static String joined(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false).map(FactWriter::clean).filter(t -> !t.isEmpty())
                .collect(Collectors.joining("、"));
    }
}
