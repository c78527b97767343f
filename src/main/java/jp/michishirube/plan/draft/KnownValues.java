package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.files.Attachments;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers that point at something: a place of the list, a file of the case. Whoever sends one names it by its id; what it says of the
 * place (address, designation) is taken from the list, never from the sender.
 */
@Component
class KnownValues {

    private final ObjectProvider<PlaceChoices> places;
    private final Attachments attachments;

    KnownValues(ObjectProvider<PlaceChoices> places, Attachments attachments) {
        this.places = places;
        this.attachments = attachments;
    }

    /** @return the value to keep; empty when there is no such place or file */
    Optional<JsonNode> resolve(CaseId caseId, PlanForm form, FormField field, String address, JsonNode raw, JsonNode current) {
        if (!(raw instanceof ObjectNode given)) {
            return Optional.of(raw == null ? NullNode.instance : raw);
        }
        return switch (field.kind().pointsAt()) {
            case PLACE -> place(caseId, form, field, address, given, current);
            case FILE -> given.has("file") ? attachments.describe(caseId, given.path("file").asLong()).map(n -> n) : Optional.of(raw);
            case NOTHING -> Optional.of(raw);
        };
    }

    private Optional<JsonNode> place(CaseId caseId, PlanForm form, FormField field, String address, ObjectNode given, JsonNode current) {
        String id = given.path("id").asText();
        if (id.isEmpty()) {
            String name = given.path("name").asText();
            return Optional.of(name.isBlank() ? NullNode.instance : given.objectNode().put("name", name.strip()));
        }
        if (current != null && id.equals(current.path("id").asText())) {
            return Optional.of(current);
        }
        String hazard = form.address(address).filter(a -> form.groupOf(a).filter(FormField::hasFixedRows).isPresent()).map(Address::rowKey).orElse(null);
        List<PlaceChoices.PlaceChoice> listed = places.stream().flatMap(p -> p.of(caseId, hazard, field.place()).stream()).toList();
        return listed.stream().filter(p -> p.id().equals(id)).findFirst().map(PlaceChoices.PlaceChoice::toAnswer);
    }
}
