package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.Resident;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.form.Holder;
import org.springframework.stereotype.Component;

/** The municipality's secure gateway: whether and why the person needs support. */
@Component
class GatewaySource implements FactSource {

    /** The form's reason, and the link that takes the grade; empty where the form asks for words of its own. */
    private record Reason(String code, String link) {}

    private static final Map<String, Reason> REASONS = Map.of(
            "要介護状態区分", new Reason("careLevel", "careLevel"), "身体障害者手帳", new Reason("physical", "physicalGrade"),
            "療育手帳", new Reason("intellectual", "intellectualGrade"), "精神障害者保健福祉手帳", new Reason("mental", "mentalGrade"),
            "障害支援区分", new Reason("supportGrade", "supportGrade"), "難病", new Reason("intractable", "disease"),
            "医療的ケア", new Reason("medicalCare", "medicalCare"));

    private final Outside outside;
    private final Clock clock;

    GatewaySource(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Holder holder() {
        return Holder.GATEWAY;
    }

    @Override
    public Optional<Fetched> fetch(Resident resident, Outside.Patience patience) {
        return outside.get(OutsideService.GATEWAY, patience, "/v1/residents/{id}/needs-support", resident.cityOsId())
                .map(this::facts);
    }

    private Fetched facts(JsonNode answer) {
        FactWriter.require(answer.path("flag").isBoolean() && answer.path("reasons").isArray(), OutsideService.GATEWAY);
        FactWriter facts = new FactWriter(Holder.GATEWAY);
        Set<String> codes = new LinkedHashSet<>();
        answer.path("reasons").forEach(r -> {
            Reason known = REASONS.get(r.path("kind").asText());
            if (known != null) {
                codes.add(known.code());
                // Grades come as 1級 or 区分3; the form's codes are the digits. 療育手帳 keeps its own spelling.
                String grade = FactWriter.clean(r.path("value"));
                facts.text(known.link(), grade.matches("(区分)?\\d級?") ? grade.replaceAll("\\D", "") : grade);
                facts.text("physicalKind", known.code().equals("physical") ? FactWriter.clean(r.path("part")) : "");
            } else if (!FactWriter.clean(r.path("kind")).isEmpty()) {
                codes.add("other");
                facts.text("otherReason", (FactWriter.clean(r.path("kind")) + " " + FactWriter.clean(r.path("value"))).strip());
            }
        });
        facts.list("reasons", codes).text("flag", answer.path("flag"));
        return Fetched.of(answer, facts.facts(), clock);
    }
}
