package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What JSON Schema cannot see: hints that nobody reads, conditions that point at nothing, choices that are not offered, keys that would clash. */
final class FormCoherence {

    private static final Set<String> HINTS = new TreeSet<>(Set.of("x-version", "x-report", "x-label-en", "x-help", "x-help-en", "x-example", "x-kind",
            "x-required", "x-required-unless", "x-when", "x-link", "x-seen-by", "x-print", "x-renew", "x-rows", "x-row", "x-row-en", "x-unit",
            "x-unit-en", "x-past", "x-place", "x-is", "x-disclaimer", "x-disclaimer-en"));

    private final PlanForm form;
    private final Map<String, String> schemaPointers;
    private final List<FormReader.Mistake> mistakes = new ArrayList<>();

    FormCoherence(PlanForm form, Map<String, String> schemaPointers) {
        this.form = form;
        this.schemaPointers = schemaPointers;
    }

    List<FormReader.Mistake> mistakes() {
        hints(form.schema(), "", false);
        for (FormSection section : form.sections()) {
            condition(section.when(), null, "/properties/" + section.key());
        }
        form.fields().forEach(f -> {
            String at = schemaPointers.getOrDefault(f.pointer(), f.pointer());
            if (!f.key().matches("[A-Za-z][A-Za-z0-9]{0,39}")) {
                mistakes.add(new FormReader.Mistake(at, "a key is 1 to 40 letters and digits, starting with a letter"));
            }
            condition(f.when(), f, at);
            if (f.requiredUnless() != null && target(f.requiredUnless(), f) == null) {
                mistakes.add(new FormReader.Mistake(at + "/x-required-unless", "there is no field " + f.requiredUnless()));
            }
            if (f.kind().isText() && f.kind() != FieldKind.POSTAL_CODE && f.maxLength() == 0) {
                mistakes.add(new FormReader.Mistake(at + "/maxLength", "a text needs a maxLength"));
            }
            if (f.kind() == FieldKind.PLACE && !Set.of("site", "shelter").contains(String.valueOf(f.place()))) {
                mistakes.add(new FormReader.Mistake(at + "/x-place", "is \"site\" or \"shelter\""));
            }
            if (f.isGroup() && f.columns().stream().anyMatch(FormField::isGroup)) {
                mistakes.add(new FormReader.Mistake(at, "a group within a group is not supported"));
            }
        });
        return mistakes;
    }

    /** A misspelt hint would be left out without a word. @param names the keys of this object are names that the form gives */
    private void hints(JsonNode node, String at, boolean names) {
        node.properties().forEach(e -> {
            if (!names && e.getKey().startsWith("x-") && !HINTS.contains(e.getKey())) {
                mistakes.add(new FormReader.Mistake(at + "/" + e.getKey(), "is no hint; known are " + HINTS));
            }
            hints(e.getValue(), at + "/" + e.getKey(), !names && Set.of("properties", "$defs").contains(e.getKey()));
        });
    }

    private void condition(Condition when, FormField asking, String at) {
        if (when == null) {
            return;
        }
        FormField seen = target(when.field(), asking);
        if (seen == null) {
            mistakes.add(new FormReader.Mistake(at + "/x-when/field", "there is no field " + when.field()));
        } else if (seen.kind().hasChoices() && when.expected() != null && choiceTest(when)) {
            Set<String> codes = new HashSet<>();
            seen.choices().forEach(c -> codes.add(c.code()));
            if (!codes.contains(when.expected())) {
                mistakes.add(new FormReader.Mistake(at + "/x-when", "\"" + when.expected() + "\" is no choice of " + when.field()));
            }
        }
    }

    private static boolean choiceTest(Condition when) {
        return when.test() == Condition.Test.IS || when.test() == Condition.Test.NOT || when.test() == Condition.Test.HAS;
    }

    private FormField target(String address, FormField asking) {
        if (!address.startsWith("./")) {
            return form.field(address).orElse(null);
        }
        if (asking == null) {
            return null;
        }
        return form.field(asking.address().resolve(address)).orElse(null);
    }
}
