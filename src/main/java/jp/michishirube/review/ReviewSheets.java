package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.plan.Change;
import jp.michishirube.plan.Difference;
import jp.michishirube.plan.PlanForms;
import jp.michishirube.plan.Submission;
import jp.michishirube.plan.Submissions;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Condition;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.stereotype.Component;

/** Lays a submission out for those who check it. */
@Component
class ReviewSheets {

    private final PlanForms forms;
    private final Submissions submissions;
    private final Remarks remarks;

    ReviewSheets(PlanForms forms, Submissions submissions, Remarks remarks) {
        this.forms = forms;
        this.submissions = submissions;
        this.remarks = remarks;
    }

    /** @param compareWith the version to compare with; null for none */
    ReviewSheet of(CaseId caseId, Submission shown, Submission compareWith, Locale locale) {
        PlanForm form = forms.version(shown.formVersion());
        List<Change> changes = compareWith == null ? List.of() : Difference.between(form, compareWith.answers(), shown.answers());
        List<Remark> visible = remarks.of(caseId).stream().filter(r -> r.state() != RemarkState.WITHDRAWN).toList();
        Map<String, List<String>> findings = new HashMap<>();
        submissions.handedInWith(caseId, shown.version()).ifPresent(with -> with.findings().forEach(f ->
                findings.computeIfAbsent(f.path("pointer").asText(), p -> new ArrayList<>()).add(f.path("message").asText())));
        Map<String, String> maps = compareWith == null ? Map.of() : PlaceMaps.of(form, changes, compareWith.answers(), shown.answers());
        return new Layer(form, shown, changes, visible, findings, locale).sheet(compareWith == null ? 0 : compareWith.version(), maps);
    }

    private static final class Layer {

        private final PlanForm form;
        private final Submission shown;
        private final List<Change> changes;
        private final Map<String, Change> changeAt;
        private final Map<String, List<Remark>> remarksAt;
        private final Map<String, List<String>> findings;
        private final Locale locale;
        private final Set<String> placed = new HashSet<>();

        Layer(PlanForm form, Submission shown, List<Change> changes, List<Remark> remarks, Map<String, List<String>> findings, Locale locale) {
            this.form = form;
            this.shown = shown;
            this.changes = changes;
            this.changeAt = changes.stream().collect(Collectors.toMap(Change::pointer, Function.identity(), (a, b) -> a));
            this.remarksAt = remarks.stream().collect(Collectors.groupingBy(Remark::pointer));
            this.findings = findings;
            this.locale = locale;
        }

        ReviewSheet sheet(int compared, Map<String, String> maps) {
            List<ReviewSheet.Section> sections = form.sections().stream().filter(s -> holds(s.when(), null)).map(this::section).toList();
            List<Remark> lost = remarksAt.entrySet().stream().filter(e -> !placed.contains(e.getKey())).flatMap(e -> e.getValue().stream()).toList();
            return new ReviewSheet(shown.version(), compared, sections, changes, maps, lost);
        }

        private ReviewSheet.Section section(FormSection section) {
            String pointer = "/" + section.key();
            List<Remark> own = remarksAt(pointer);
            List<ReviewSheet.Item> items = new ArrayList<>();
            section.fields().stream().filter(f -> holds(f.when(), null)).forEach(f -> {
                if (f.isGroup()) {
                    rows(f, !section.isGroup(), items);
                } else {
                    items.add(item(f, f.pointer(), Answers.get(shown.answers(), f.pointer())));
                }
            });
            List<ReviewSheet.Item> blanks = items.stream().filter(ReviewSheet.Item::isBlank).map(i -> i.named(rowName(items, i) + i.label())).toList();
            items.removeIf(ReviewSheet.Item::isBlank);
            boolean changed = changes.stream().anyMatch(c -> c.pointer().startsWith(pointer + "/"));
            return new ReviewSheet.Section(pointer, section.title(locale), items, blanks, own, changed);
        }

        private static String rowName(List<ReviewSheet.Item> items, ReviewSheet.Item item) {
            return items.stream().filter(ReviewSheet.Item::head).filter(h -> item.pointer().startsWith(h.pointer() + "/")).map(h -> h.label() + " ")
                    .reduce("", String::concat);
        }

        private void rows(FormField group, boolean heading, List<ReviewSheet.Item> items) {
            if (heading) {
                items.add(head(group.pointer(), group.label(locale)));
            }
            JsonNode rows = Answers.get(shown.answers(), group.pointer());
            if (group.hasFixedRows()) {
                group.rows().forEach(r -> row(group, r.code(), r.label(locale), Answers.row(rows, r.code()), items));
                return;
            }
            for (int i = 0; rows != null && i < rows.size(); i++) {
                String key = rows.get(i).path(Answers.KEY).asText(String.valueOf(i));
                row(group, key, group.rowLabel(locale) + " " + (i + 1), rows.get(i), items);
            }
        }

        private void row(FormField group, String key, String label, JsonNode row, List<ReviewSheet.Item> items) {
            String pointer = group.pointer() + "/" + key;
            items.add(head(pointer, label));
            group.columns().stream().filter(c -> holds(c.when(), row))
                    .forEach(c -> items.add(item(c, pointer + "/" + c.key(), row == null ? null : row.get(c.key()))));
        }

        private ReviewSheet.Item head(String pointer, String label) {
            return new ReviewSheet.Item(pointer, label, true, null, "", null, changeAt.get(pointer), remarksAt(pointer), findingsAt(pointer));
        }

        private ReviewSheet.Item item(FormField field, String pointer, JsonNode value) {
            return new ReviewSheet.Item(pointer, field.label(locale), false, field, AnswerText.of(field, value, locale), badge(pointer),
                    changeAt.get(pointer), remarksAt(pointer), findingsAt(pointer));
        }

        private ReviewSheet.Badge badge(String pointer) {
            JsonNode from = shown.provenance() == null ? null : shown.provenance().get(pointer);
            String kind = from == null ? "typed" : from.path("kind").asText();
            if (!kind.equals("linked") && !kind.equals("edited")) {
                return null;
            }
            String holder = from.path("holder").asText();
            String key = java.util.Arrays.stream(Holder.values()).filter(h -> h.name().equals(holder) || h.prefix().equals(holder)).findFirst()
                    .map(Holder::label).orElse("review.holder-unknown");
            String asOf = from.path("asOf").asText("");
            return new ReviewSheet.Badge(kind, key, asOf.isEmpty() ? "" : day(Instant.parse(asOf)), from.path("original").asText(""));
        }

        private String day(Instant asOf) {
            boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
            return asOf.atZone(WorkingDays.JAPAN).format(DateTimeFormatter.ofPattern(english ? "d MMM yyyy" : "yyyy年M月d日", locale));
        }

        private List<Remark> remarksAt(String pointer) {
            placed.add(pointer);
            return remarksAt.getOrDefault(pointer, List.of());
        }

        private List<String> findingsAt(String pointer) {
            return findings.getOrDefault(pointer, List.of());
        }

        private boolean holds(Condition when, JsonNode row) {
            return when == null || when.holds(shown.answers(), row);
        }
    }
}
