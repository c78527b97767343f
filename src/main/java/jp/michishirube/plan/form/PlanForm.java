package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
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
 * <p>Answers are a JSON object keyed by section and field. A field's address is a JSON pointer; see {@link Answers} for rows.
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

    /** Every question in the order of the form: groups, followed by the columns of their rows. */
    public Stream<FormField> fields() {
        return byPointer.values().stream();
    }

    /** @param address of the definition ({@code /supporters/*&#47;name}) or of an answer ({@code /supporters/k3f9/name}) */
    public Optional<FormField> field(String address) {
        FormField exact = byPointer.get(address);
        if (exact != null) {
            return Optional.of(exact);
        }
        int last = address.lastIndexOf('/');
        int row = last <= 0 ? -1 : address.lastIndexOf('/', last - 1);
        return row <= 0 ? Optional.empty() : Optional.ofNullable(byPointer.get(address.substring(0, row) + "/*" + address.substring(last)));
    }

    /** The group to whose row the address points ({@code /supporters/k3f9} or a field of it). */
    public Optional<FormField> groupOf(String address) {
        for (int at = address.lastIndexOf('/'); at > 0; at = address.lastIndexOf('/', at - 1)) {
            FormField field = byPointer.get(address.substring(0, at));
            if (field != null && field.isGroup()) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    public Optional<FormSection> section(String key) {
        return sections.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** The JSON Schema as written, for validators and the API's readers. Not to be changed. */
    public JsonNode schema() {
        return schema;
    }
}
