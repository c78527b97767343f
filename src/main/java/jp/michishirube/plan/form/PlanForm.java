package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A municipality's plan form, one version of it: what is asked, in which order, what may be linked, who may see it
 * ({@code forms/<code>/plan.schema.json}). Immutable, parsed once.
 *
 * <p>Answers are a JSON object keyed by section and field. A field's address is a JSON pointer; see {@link Address} for rows.
 */
public final class PlanForm {

    private final String code;
    private final String version;
    private final String title;
    private final String titleEn;
    private final String disclaimer;
    private final String disclaimerEn;
    private final List<FormSection> sections;
    private final JsonNode schema;
    private final Map<String, FormField> byPointer = new LinkedHashMap<>();
    private final Map<Role, FormField> byRole = new EnumMap<>(Role.class);

    PlanForm(String code, String version, String title, String titleEn, String disclaimer, String disclaimerEn,
            List<FormSection> sections, JsonNode schema) {
        this.code = code;
        this.version = version;
        this.title = title;
        this.titleEn = titleEn;
        this.disclaimer = disclaimer;
        this.disclaimerEn = disclaimerEn;
        this.sections = List.copyOf(sections);
        this.schema = schema;
        sections.forEach(s -> s.fields().forEach(this::index));
    }

    private void index(FormField field) {
        byPointer.put(field.pointer(), field);
        if (field.role() != null) {
            byRole.putIfAbsent(field.role(), field);
        }
        field.columns().forEach(this::index);
    }

    /** The municipality's code. */
    public String code() {
        return code;
    }

    public String version() {
        return version;
    }

    public String title(Locale locale) {
        return Labels.pick(locale, title, titleEn);
    }

    /** What stands at the foot of every plan: no guarantee, no duty. */
    public String disclaimer(Locale locale) {
        return Labels.pick(locale, disclaimer, disclaimerEn);
    }

    public List<FormSection> sections() {
        return sections;
    }

    /** Whether the section is printed in that way, such as {@code timeline} or {@code map} ({@code x-print}). */
    public boolean prints(FormSection section, String as) {
        return as.equals(schema.path("properties").path(section.key()).path("x-print").asText());
    }

    /** Every question in the order of the form: groups, followed by the columns of their rows. */
    public Stream<FormField> fields() {
        return byPointer.values().stream();
    }

    /** @param address of the definition ({@code /supporters/*&#47;name}) or of an answer ({@code /supporters/k3f9/name}) */
    public Optional<FormField> field(String address) {
        FormField exact = byPointer.get(address);
        return exact != null ? Optional.of(exact) : address(address).flatMap(this::field);
    }

    /** The question or group there; empty for sections and rows. */
    public Optional<FormField> field(Address address) {
        return address.isRow() ? Optional.empty() : Optional.ofNullable(byPointer.get(address.definition().toString()));
    }

    /** The group to whose row the address points ({@code /supporters/k3f9} or a field of it). */
    public Optional<FormField> groupOf(String address) {
        return address(address).filter(a -> a.rowKey() != null).flatMap(this::groupOf);
    }

    /** The group that the address is, or lies in. */
    public Optional<FormField> groupOf(Address address) {
        return Optional.ofNullable(address.groupAddress()).flatMap(this::field);
    }

    /** Reads an address as text; empty where the form has no such section, question, group or column. The key of a row may be any. */
    public Optional<Address> address(String text) {
        if (text == null || !text.startsWith("/")) {
            return Optional.empty();
        }
        List<String> parts = Answers.parts(text);
        FormSection section = section(parts.get(0)).orElse(null);
        if (section == null) {
            return Optional.empty();
        }
        if (section.isGroup()) {
            return inGroup(section.fields().get(0), parts.subList(1, parts.size()));
        }
        if (parts.size() == 1) {
            return Optional.of(Address.ofSection(section.key()));
        }
        return section.fields().stream().filter(f -> f.key().equals(parts.get(1))).findFirst()
                .flatMap(f -> f.isGroup() ? inGroup(f, parts.subList(2, parts.size())) : parts.size() == 2 ? Optional.of(f.address()) : Optional.empty());
    }

    private static Optional<Address> inGroup(FormField group, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> Optional.of(group.address());
            case 1 -> rest.get(0).isEmpty() ? Optional.empty() : Optional.of(group.address().row(rest.get(0)));
            case 2 -> group.columns().stream().filter(c -> c.key().equals(rest.get(1))).findFirst()
                    .map(c -> group.address().row(rest.get(0)).cell(c.key()));
            default -> Optional.empty();
        };
    }

    /** The question, group or column that is this to other rooms. */
    public Optional<FormField> role(Role role) {
        return Optional.ofNullable(byRole.get(role));
    }

    public Optional<FormSection> section(String key) {
        return sections.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** The JSON Schema as written, for validators and the API's readers. Not to be changed. */
    public JsonNode schema() {
        return schema;
    }
}
