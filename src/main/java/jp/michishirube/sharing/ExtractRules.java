package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.consent.SupporterKey;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;

/**
 * What of a plan a reader may see: the form says it field by field ({@code x-seen-by}), the consent narrows it. A supporter is named
 * by {@code /supporters/<key>/…}, so that one who has not agreed stays out while the others are shown.
 */
final class ExtractRules {

    private static final String SUPPORTERS = "/supporters";

    private ExtractRules() {}

    /** The addresses of all answers that the form shows to that reader: what consent is asked about. */
    static Set<String> wanted(PlanForm form, ObjectNode answers, String letter) {
        Set<String> wanted = new TreeSet<>();
        walk(form, answers, letter, (section, field, address, row, item) -> wanted.add(address));
        return wanted;
    }

    /** @param allowed addresses that consent allows */
    static Extract of(PlanForm form, ObjectNode answers, String letter, Set<String> allowed) {
        List<Extract.Section> sections = new ArrayList<>();
        walk(form, answers, letter, (section, field, address, row, item) -> {
            String value = row == null ? AnswerText.of(field, Answers.get(answers, field.pointer()), Locale.JAPANESE)
                    : AnswerText.of(field, row.get(field.key()), Locale.JAPANESE);
            if (allowed.contains(address) && !value.isEmpty()) {
                if (sections.isEmpty() || !sections.get(sections.size() - 1).key().equals(section.key())) {
                    sections.add(new Extract.Section(section.key(), section.title(Locale.JAPANESE), new ArrayList<>()));
                }
                sections.get(sections.size() - 1).rows().add(new Extract.Row(label(field, row, address, form), value, item));
            }
        });
        return new Extract(sections);
    }

    private interface Visitor {
        void see(FormSection section, FormField field, String address, JsonNode row, int item);
    }

    private static void walk(PlanForm form, ObjectNode answers, String letter, Visitor visitor) {
        for (FormSection section : form.sections()) {
            if (section.when() != null && !section.when().holds(answers, null)) {
                continue;
            }
            for (FormField field : section.fields()) {
                boolean seen = field.seenBy().contains(letter) && (field.when() == null || field.when().holds(answers, null));
                if (seen && field.isGroup()) {
                    rows(section, field, answers, visitor);
                } else if (seen && !Answers.isEmpty(Answers.get(answers, field.pointer()))) {
                    visitor.see(section, field, field.pointer(), null, 0);
                }
            }
        }
    }

    private static void rows(FormSection section, FormField group, ObjectNode answers, Visitor visitor) {
        JsonNode rows = Answers.get(answers, group.pointer());
        int item = 0;
        for (JsonNode row : rows == null ? List.<JsonNode>of() : rows) {
            if (Answers.isEmpty(row)) {
                continue;
            }
            item++;
            for (FormField column : group.columns()) {
                if ((column.when() == null || column.when().holds(answers, row)) && !Answers.isEmpty(row.get(column.key()))) {
                    visitor.see(section, column, address(group, column, row), row, group.hasFixedRows() ? 0 : item);
                }
            }
        }
    }

    /** How consent is asked about one answer of a repeated entry. */
    static String address(FormField group, FormField column, JsonNode row) {
        String key = group.pointer().equals(SUPPORTERS) ? SupporterKey.of(row) : row.path(Answers.KEY).asText();
        return group.pointer() + "/" + key + "/" + column.key();
    }

    /** In a group with fixed rows the label says which row it is: 洪水 避難場所. */
    private static String label(FormField field, JsonNode row, String address, PlanForm form) {
        if (row == null) {
            return field.label();
        }
        String of = form.groupOf(address).map(g -> g.rows().stream().filter(r -> r.code().equals(row.path(Answers.KEY).asText()))
                .map(r -> r.label(Locale.JAPANESE)).findFirst().orElse("")).orElse("");
        return of.isEmpty() ? field.label() : of + " " + field.label();
    }
}
