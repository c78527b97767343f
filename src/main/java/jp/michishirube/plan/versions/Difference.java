package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.Choice;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import org.springframework.modulith.NamedInterface;

/** What changed between two versions of a plan, in the order of the form. Rows are known again by their {@code _key}. */
@NamedInterface("versions")
public final class Difference {

    private static final String OUTSIDE = "（様式にない項目）";

    private final FilledPlan before;
    private final FilledPlan after;
    private final List<Change> changes = new ArrayList<>();

    private Difference(FilledPlan before, FilledPlan after) {
        this.before = before;
        this.after = after;
    }

    /**
     * In the order of the newer form; answers that it does not know are compared too, under their address. Each side is read by its own
     * form: what that hides is no answer.
     *
     * @return empty when both say the same; an answer taken away and an empty one are the same
     */
    public static List<Change> between(FilledPlan before, FilledPlan after) {
        Difference difference = new Difference(before, after);
        after.sections().forEach(section -> section.questions().forEach(now -> {
            FormField field = now.field();
            String label = section.section().isGroup() ? section.section().title() : section.section().title() + " › " + field.label();
            AskedQuestion was = before.at(field.pointer()).orElse(null);
            if (field.isGroup()) {
                difference.group(field, label, rows(was), rows(now));
            } else {
                difference.field(field.pointer(), label, field, answer(was), now.answer());
            }
        }));
        difference.outside();
        return difference.changes;
    }

    private static JsonNode answer(AskedQuestion question) {
        return question == null || question.field().isGroup() ? null : question.answer();
    }

    /** The rows that say something, by their key; cells that do not apply left out. */
    private static Map<String, JsonNode> rows(AskedQuestion group) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        if (group != null && group.applies()) {
            group.rows().stream().filter(r -> !r.isEmpty()).forEach(r -> byKey.put(r.key(), r.applicable()));
        }
        return byKey;
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
        changes.add(new Change(pointer, label, kind, old, now, field.kind().isProse() ? WordDifference.between(old, now) : WordDifference.whole(old, now)));
    }

    private void group(FormField group, String label, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        now.forEach((key, row) -> {
            JsonNode was = old.get(key);
            Address at = group.address().row(key);
            String name = label + " › " + rowName(group, key, row);
            if (was == null && !group.hasFixedRows()) {
                whole(at.toString(), name, Change.Kind.ADDED, "", AnswerText.row(group, row, Locale.JAPANESE));
            } else {
                for (FormField column : group.columns()) {
                    field(at.cell(column.key()).toString(), name + " › " + column.label(), column, was == null ? null : was.get(column.key()), row.get(column.key()));
                }
            }
        });
        old.forEach((key, row) -> {
            if (!now.containsKey(key)) {
                whole(group.address().row(key).toString(), label + " › " + rowName(group, key, row), Change.Kind.REMOVED,
                        AnswerText.row(group, row, Locale.JAPANESE), "");
            }
        });
    }

    private void whole(String pointer, String label, Change.Kind kind, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(pointer, label, kind, before, after, WordDifference.between(before, after)));
        }
    }

    private static String rowName(FormField group, String key, JsonNode row) {
        return group.row(key).map(Choice::label).orElseGet(() -> group.naming().map(c -> row.path(c.key()).asText()).filter(n -> !n.isBlank())
                .orElse(group.rowLabel()));
    }

    /** Answers of an older form version that the newer form does not ask any more. */
    private void outside() {
        Map<String, String> old = unknown(before);
        Map<String, String> now = unknown(after);
        old.forEach((pointer, text) -> {
            if (!text.equals(now.get(pointer))) {
                whole(pointer, OUTSIDE + " " + pointer, now.containsKey(pointer) ? Change.Kind.CHANGED : Change.Kind.REMOVED, text, now.getOrDefault(pointer, ""));
            }
        });
        now.forEach((pointer, text) -> {
            if (!old.containsKey(pointer)) {
                whole(pointer, OUTSIDE + " " + pointer, Change.Kind.ADDED, "", text);
            }
        });
    }

    private Map<String, String> unknown(FilledPlan plan) {
        Map<String, String> found = new LinkedHashMap<>();
        plan.answers().properties().forEach(section -> {
            if (section.getValue() instanceof ObjectNode fields) {
                fields.properties().forEach(e -> unknown(plan, "/" + section.getKey() + "/" + e.getKey(), e.getValue(), found));
            } else {
                unknown(plan, "/" + section.getKey(), section.getValue(), found);
            }
        });
        return found;
    }

    /** What the plan's own form hides stays hidden though the newer form does not know it. */
    private void unknown(FilledPlan plan, String pointer, JsonNode value, Map<String, String> found) {
        boolean hidden = plan.at(pointer).filter(q -> !q.applies()).isPresent();
        if (after.form().field(pointer).isEmpty() && !hidden && !Answers.isEmpty(value)) {
            found.put(pointer, value.asText(value.toString()));
        }
    }
}
