package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code plan.schema.json} into a {@link PlanForm}, and collects every mistake by its pointer instead of stopping at the first:
 * who sets up a form sees them all at once.
 */
public final class FormReader {

    static final Set<String> READERS = Set.of("S", "N", "W", "F", "C");

    /** @param pointer into the schema file */
    public record Mistake(String pointer, String reason) {}

    private final JsonNode root;
    private final List<Mistake> mistakes = new ArrayList<>();

    private FormReader(JsonNode root) {
        this.root = root;
    }

    /** @param mistakes receives what is wrong; the form is usable only when it stays empty */
    public static PlanForm read(String code, JsonNode schema, List<Mistake> mistakes) {
        FormReader reader = new FormReader(schema);
        PlanForm form = reader.form(code);
        reader.mistakes.addAll(new FormCoherence(form, reader.schemaPointers).mistakes());
        mistakes.addAll(reader.mistakes);
        return form;
    }

    private final Map<String, String> schemaPointers = new LinkedHashMap<>();

    private PlanForm form(String code) {
        String version = root.path("x-version").asText();
        if (version.isBlank()) {
            mistakes.add(new Mistake("/x-version", "the form needs a version, such as \"2026.1\""));
        }
        need(root, "", "title");
        List<FormSection> sections = new ArrayList<>();
        if (!root.path("properties").isObject() || root.path("properties").isEmpty()) {
            mistakes.add(new Mistake("/properties", "the form has no section"));
        }
        root.path("properties").properties().forEach(e -> sections.add(section(e.getKey(), e.getValue())));
        return new PlanForm(code, version, root.path("title").asText(), root.path("x-label-en").asText(),
                root.path("x-disclaimer").asText(), root.path("x-disclaimer-en").asText(), sections, root);
    }

    private FormSection section(String key, JsonNode written) {
        String at = "/properties/" + key;
        JsonNode node = resolve(written, at);
        need(node, at, "title");
        List<FormField> fields = new ArrayList<>();
        boolean group = "array".equals(node.path("type").asText());
        if (group) {
            fields.add(field(Address.ofGroup(key, ""), written, at, null));
        } else if (node.path("properties").isObject()) {
            node.path("properties").properties().forEach(e -> fields.add(field(Address.ofQuestion(key, e.getKey()), e.getValue(), at + "/properties/" + e.getKey(), node)));
        } else {
            mistakes.add(new Mistake(at, "a section is an object with \"properties\", or an array with \"items\""));
        }
        return new FormSection(key, group ? null : role(node, at), node.path("title").asText(), node.path("x-label-en").asText(), node.path("x-help").asText(),
                node.path("x-help-en").asText(), condition(node, at), List.copyOf(fields));
    }

    private FormField field(Address place, JsonNode written, String at, JsonNode parent) {
        schemaPointers.put(place.toString(), at);
        JsonNode node = resolve(written, at);
        need(node, at, "title");
        FieldKind kind = FieldKind.of(node.path("x-kind").asText()).orElse(null);
        if (kind == null) {
            mistakes.add(new Mistake(at + "/x-kind", "\"" + node.path("x-kind").asText() + "\" is no kind of input"));
            kind = FieldKind.TEXT;
        }
        type(kind, node, at);
        List<FormField> columns = new ArrayList<>();
        Address address = kind == FieldKind.GROUP && !place.isInGroup() ? Address.ofGroup(place.section(), place.column()) : place;
        if (kind == FieldKind.GROUP) {
            JsonNode items = resolve(node.path("items"), at + "/items");
            items.path("properties").properties().stream().filter(e -> !e.getKey().startsWith("_")).forEach(e -> columns
                    .add(field(address.row(Address.ANY_ROW).cell(e.getKey()), e.getValue(), at + "/items/properties/" + e.getKey(), node)));
            if (columns.isEmpty()) {
                mistakes.add(new Mistake(at + "/items/properties", "the rows of the group have no field"));
            }
            if (!items.path("properties").has(Answers.KEY) && items.path("additionalProperties").isBoolean()) {
                mistakes.add(new Mistake(at + "/items/properties", "rows need the property \"_key\" (a text)"));
            }
        }
        List<Choice> choices = kind.hasChoices() ? choices(kind == FieldKind.CHOICES ? resolve(node.path("items"), at) : node, at) : List.of();
        List<Choice> rows = node.has("x-rows") ? choices(resolve(node.path("x-rows"), at + "/x-rows"), at + "/x-rows") : List.of();
        return new FormField(address, kind, role(node, at), wording(node), new FormField.Duty(node.path("x-required").asBoolean(), node.path("x-required-unless").asText(null)),
                new FormField.Uses(links(kind, node, address, at), seenBy(node, parent, at), node.path("x-print").asBoolean(true)),
                new FormField.Limits(node.path("maxLength").asInt(0), number(node, "minimum"), number(node, "maximum"), node.path("x-past").asBoolean(),
                        node.path("x-place").asText(null)),
                condition(node, at), choices, new FormField.Rows(rows, node.path("x-row").asText(node.path("title").asText()),
                        node.path("x-row-en").asText(node.path("x-label-en").asText()), node.path("maxItems").asInt(50)), List.copyOf(columns));
    }

    private static FormField.Wording wording(JsonNode node) {
        return new FormField.Wording(node.path("title").asText(), node.path("x-label-en").asText(), node.path("x-help").asText(), node.path("x-help-en").asText(),
                node.path("x-example").asText(), node.path("x-unit").asText(), node.path("x-unit-en").asText());
    }

    private Role role(JsonNode node, String at) {
        String word = node.path("x-is").asText();
        Optional<Role> role = Role.of(word);
        if (!word.isEmpty() && role.isEmpty()) {
            mistakes.add(new Mistake(at + "/x-is", "\"" + word + "\" is nothing that other rooms look for; known are " + Arrays.stream(Role.values()).map(Role::word).toList()));
        }
        return role.orElse(null);
    }

    private void type(FieldKind kind, JsonNode node, String at) {
        String wanted = kind.type();
        if (!wanted.equals(node.path("type").asText())) {
            mistakes.add(new Mistake(at + "/type", "kind \"" + kind.word() + "\" needs the type \"" + wanted + "\""));
        }
    }

    private List<Choice> choices(JsonNode node, String at) {
        Set<Choice> choices = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode one : node.path("oneOf")) {
            String code = one.path("const").asText();
            if (!codes.add(code)) {
                mistakes.add(new Mistake(at + "/oneOf", "the choice \"" + code + "\" stands twice"));
            }
            if (code.isEmpty() || one.path("title").asText().isEmpty()) {
                mistakes.add(new Mistake(at + "/oneOf", "each choice needs \"const\" and \"title\""));
            }
            choices.add(new Choice(code, one.path("title").asText(), one.path("x-label-en").asText()));
        }
        if (choices.isEmpty()) {
            mistakes.add(new Mistake(at + "/oneOf", "no choice is given"));
        }
        return List.copyOf(choices);
    }

    /** Every question may be answered by the plan before a renewal, ranked last, unless the form says that it is to be asked anew. */
    private List<String> links(FieldKind kind, JsonNode node, Address address, String at) {
        List<String> links = new ArrayList<>(texts(node.path("x-link")));
        if (address.rowKey() == null && !kind.isAttachment() && node.path("x-renew").asBoolean(true)) {
            links.add(Holder.previous(address.toString()));
        }
        links.forEach(l -> link(l, at));
        return List.copyOf(links);
    }

    private void link(String link, String at) {
        Holder holder = Holder.ofLink(link).orElse(null);
        if (holder == null) {
            mistakes.add(new Mistake(at + "/x-link", "\"" + link + "\" names no known holder"));
        } else if (holder != Holder.PREVIOUS_PLAN && !holder.links().contains(link)) {
            mistakes.add(new Mistake(at + "/x-link", "\"" + link + "\" is no fact of that holder; known are " + holder.links().stream().sorted().toList()));
        }
    }

    /** A field without the hint is seen by whom its section or group shows it to. */
    private Set<String> seenBy(JsonNode node, JsonNode parent, String at) {
        JsonNode hint = node.has("x-seen-by") || parent == null ? node.path("x-seen-by") : parent.path("x-seen-by");
        Set<String> letters = new LinkedHashSet<>(texts(hint));
        letters.stream().filter(l -> !READERS.contains(l))
                .forEach(l -> mistakes.add(new Mistake(at + "/x-seen-by", "\"" + l + "\" is none of S, N, W, F, C")));
        return Set.copyOf(letters);
    }

    private Condition condition(JsonNode node, String at) {
        JsonNode when = node.get("x-when");
        if (when == null) {
            return null;
        }
        String field = when.path("field").asText();
        for (Condition.Test test : Condition.Test.values()) {
            String word = test.name().toLowerCase(java.util.Locale.ROOT);
            if (when.has(word)) {
                return new Condition(field, test, when.path(word).asText());
            }
        }
        mistakes.add(new Mistake(at + "/x-when", "needs \"field\" and one of is, not, has, empty, filled"));
        return null;
    }

    /** Follows {@code $ref} within the file; what stands beside it goes first. */
    private JsonNode resolve(JsonNode node, String at) {
        JsonNode ref = node.get("$ref");
        if (ref == null) {
            return node;
        }
        JsonNode target = ref.asText().startsWith("#/") ? root.at(ref.asText().substring(1)) : root.path("x");
        if (!target.isObject()) {
            mistakes.add(new Mistake(at + "/$ref", "\"" + ref.asText() + "\" is not in this file"));
            return node;
        }
        ObjectNode merged = ((ObjectNode) target).deepCopy();
        node.properties().stream().filter(e -> !e.getKey().equals("$ref")).forEach(e -> merged.set(e.getKey(), e.getValue()));
        return merged;
    }

    private void need(JsonNode node, String at, String property) {
        if (node.path(property).asText().isBlank()) {
            mistakes.add(new Mistake(at + "/" + property, "is missing"));
        }
    }

    private static Long number(JsonNode node, String property) {
        return node.has(property) ? node.path(property).asLong() : null;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(n -> texts.add(n.asText()));
        return List.copyOf(texts);
    }
}
