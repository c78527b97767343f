package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a newer form changes for a plan under way.
 *
 * @param added   questions it asks anew
 * @param gone    questions it asks no longer; an answer given stays in the draft and in the differences
 * @param changed questions of the same key asked differently: another label, kind, choices or duty
 */
public record FormMove(List<Item> added, List<Item> gone, List<Item> changed) {

    /** @param answer what was answered; empty for nothing */
    public record Item(String label, String answer) {}

    public static FormMove between(PlanForm older, PlanForm newer, ObjectNode answers, Locale locale) {
        List<Item> added = new ArrayList<>();
        List<Item> gone = new ArrayList<>();
        List<Item> changed = new ArrayList<>();
        newer.fields().forEach(f -> {
            FormField was = older.field(f.pointer()).orElse(null);
            if (was == null) {
                added.add(new Item(FieldLabels.of(newer, f.pointer(), locale), ""));
            } else if (differs(was, f)) {
                changed.add(new Item(FieldLabels.of(newer, f.pointer(), locale), answer(was, answers, locale)));
            }
        });
        older.fields().filter(f -> newer.field(f.pointer()).isEmpty())
                .forEach(f -> gone.add(new Item(FieldLabels.of(older, f.pointer(), locale), answer(f, answers, locale))));
        return new FormMove(added, gone, changed);
    }

    private static boolean differs(FormField a, FormField b) {
        return a.kind() != b.kind() || !a.label().equals(b.label()) || !a.choices().equals(b.choices()) || !a.rows().equals(b.rows())
                || a.required() != b.required() || a.maxLength() != b.maxLength() || a.maxRows() != b.maxRows()
                || !a.unit().equals(b.unit()) || !Objects.equals(a.minimum(), b.minimum()) || !Objects.equals(a.maximum(), b.maximum())
                || !a.seenBy().equals(b.seenBy()) || !Objects.equals(a.when(), b.when());
    }

    private static String answer(FormField field, ObjectNode answers, Locale locale) {
        return field.pointer().contains("*") ? "" : AnswerText.of(field, Answers.get(answers, field.pointer()), locale);
    }
}
