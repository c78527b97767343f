package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Choice;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;

/** What changed between two versions of a plan, in the order of the form. Rows are known again by their {@code _key}. */
public final class Difference {

    private static final String OUTSIDE = "（様式にない項目）";

    private final PlanForm form;
    private final List<Change> changes = new ArrayList<>();

    private Difference(PlanForm form) {
        this.form = form;
    }

    /**
     * @param form of the newer version; answers that it does not know are compared too, under their address
     * @return empty when both say the same; an answer taken away and an empty one are the same
     */
    public static List<Change> between(PlanForm form, ObjectNode a, ObjectNode b) {
        Difference difference = new Difference(form);
        for (FormSection section : form.sections()) {
            for (FormField field : section.fields()) {
                JsonNode before = Answers.get(a, field.pointer());
                JsonNode after = Answers.get(b, field.pointer());
                String label = section.isGroup() ? section.title() : section.title() + " › " + field.label();
                if (field.isGroup()) {
                    difference.group(field, label, before, after);
                } else {
                    difference.field(field.pointer(), label, field, before, after);
                }
            }
        }
        difference.outside(a, b);
        return difference.changes;
    }

    private void field(String pointer, String label, FormField field, JsonNode before, JsonNode after) {
        boolean was = !Answers.isEmpty(before);
        boolean is = !Answers.isEmpty(after);
        if (!was && !is || was && is && before.equals(after)) {
            return;
        }
        String old = AnswerText.of(field, before, Locale.JAPANESE);
        String now = AnswerText.of(field, after, Locale.JAPANESE);
        Change.Kind kind = !was ? Change.Kind.ADDED : !is ? Change.Kind.REMOVED : Change.Kind.CHANGED;
        changes.add(new Change(pointer, label, kind, old, now, isProse(field) ? WordDifference.between(old, now) : WordDifference.whole(old, now)));
    }

    /** Numbers, dates and choices are read whole: half of a telephone number struck out is no help. */
    private static boolean isProse(FormField field) {
        return field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LONG_TEXT || field.kind() == FieldKind.ADDRESS;
    }

    private void group(FormField group, String label, JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = rows(before);
        Map<String, JsonNode> now = rows(after);
        now.forEach((key, row) -> {
            JsonNode was = old.get(key);
            String at = group.pointer() + "/" + key;
            String name = label + " › " + rowName(group, key, row);
            if (was == null && !group.hasFixedRows()) {
                whole(at, name, Change.Kind.ADDED, "", AnswerText.row(group, row, Locale.JAPANESE));
            } else {
                for (FormField column : group.columns()) {
                    field(at + "/" + column.key(), name + " › " + column.label(), column, was == null ? null : was.get(column.key()), row.get(column.key()));
                }
            }
        });
        old.forEach((key, row) -> {
            if (!now.containsKey(key)) {
                whole(group.pointer() + "/" + key, label + " › " + rowName(group, key, row), Change.Kind.REMOVED,
                        AnswerText.row(group, row, Locale.JAPANESE), "");
            }
        });
    }

    private void whole(String pointer, String label, Change.Kind kind, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(pointer, label, kind, before, after, WordDifference.between(before, after)));
        }
    }

    /** Rows without a key (written by an old API client) are known by their place. */
    private static Map<String, JsonNode> rows(JsonNode rows) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        if (rows instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (!Answers.isEmpty(array.get(i))) {
                    byKey.put(array.get(i).path(Answers.KEY).asText(String.valueOf(i)), array.get(i));
                }
            }
        }
        return byKey;
    }

    private static String rowName(FormField group, String key, JsonNode row) {
        return group.rows().stream().filter(r -> r.code().equals(key)).map(Choice::label).findFirst()
                .orElseGet(() -> row.path("name").asText(group.rowLabel()));
    }

    /** Answers of an older form version that the newer form does not ask any more. */
    private void outside(ObjectNode a, ObjectNode b) {
        Map<String, JsonNode> old = unknown(a);
        Map<String, JsonNode> now = unknown(b);
        old.forEach((pointer, value) -> {
            if (!Objects.equals(value, now.get(pointer))) {
                whole(pointer, OUTSIDE + " " + pointer, now.containsKey(pointer) ? Change.Kind.CHANGED : Change.Kind.REMOVED, value.asText(value.toString()),
                        now.containsKey(pointer) ? now.get(pointer).asText(now.get(pointer).toString()) : "");
            }
        });
        now.forEach((pointer, value) -> {
            if (!old.containsKey(pointer)) {
                whole(pointer, OUTSIDE + " " + pointer, Change.Kind.ADDED, "", value.asText(value.toString()));
            }
        });
    }

    private Map<String, JsonNode> unknown(ObjectNode answers) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        answers.properties().forEach(section -> {
            if (section.getValue() instanceof ObjectNode fields) {
                fields.properties().forEach(e -> {
                    String pointer = "/" + section.getKey() + "/" + e.getKey();
                    if (form.field(pointer).isEmpty() && !Answers.isEmpty(e.getValue())) {
                        found.put(pointer, e.getValue());
                    }
                });
            } else if (form.field("/" + section.getKey()).isEmpty() && !Answers.isEmpty(section.getValue())) {
                found.put("/" + section.getKey(), section.getValue());
            }
        });
        return found;
    }
}
