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
import jp.michishirube.plan.versions.Change;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Holder;
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
        FilledPlan plan = forms.filled(shown);
        List<Change> changes = compareWith == null ? List.of() : Difference.between(forms.filled(compareWith), plan);
        List<Remark> visible = remarks.of(caseId).stream().filter(r -> r.state() != RemarkState.WITHDRAWN).toList();
        Map<String, List<String>> findings = new HashMap<>();
        submissions.handedInWith(caseId, shown.version()).ifPresent(with -> with.findings().forEach(f ->
                findings.computeIfAbsent(f.path("pointer").asText(), p -> new ArrayList<>()).add(f.path("message").asText())));
        Map<String, String> maps = compareWith == null ? Map.of() : PlaceMaps.of(plan.form(), changes, compareWith.answers(), shown.answers());
        return new Layer(plan, shown, changes, visible, findings, locale).sheet(compareWith == null ? 0 : compareWith.version(), maps);
    }

    private static final class Layer {

        private final FilledPlan plan;
        private final Submission shown;
        private final List<Change> changes;
        private final Map<String, Change> changeAt;
        private final Map<String, List<Remark>> remarksAt;
        private final Map<String, List<String>> findings;
        private final Locale locale;
        private final Set<String> placed = new HashSet<>();

        Layer(FilledPlan plan, Submission shown, List<Change> changes, List<Remark> remarks, Map<String, List<String>> findings, Locale locale) {
            this.plan = plan;
            this.shown = shown;
            this.changes = changes;
            this.changeAt = changes.stream().collect(Collectors.toMap(Change::pointer, Function.identity(), (a, b) -> a));
            this.remarksAt = remarks.stream().collect(Collectors.groupingBy(Remark::pointer));
            this.findings = findings;
            this.locale = locale;
        }

        ReviewSheet sheet(int compared, Map<String, String> maps) {
            List<ReviewSheet.Section> sections = plan.sections().stream().filter(AskedSection::applies).map(this::section).toList();
            List<Remark> lost = remarksAt.entrySet().stream().filter(e -> !placed.contains(e.getKey())).flatMap(e -> e.getValue().stream()).toList();
            return new ReviewSheet(shown.version(), compared, sections, changes, maps, lost);
        }

        private ReviewSheet.Section section(AskedSection section) {
            Address address = section.address();
            String pointer = address.toString();
            List<Remark> own = remarksAt(pointer);
            List<ReviewSheet.Item> items = new ArrayList<>();
            section.asked().forEach(q -> {
                if (q.field().isGroup()) {
                    rows(q, !section.section().isGroup(), items);
                } else {
                    items.add(item(q));
                }
            });
            List<ReviewSheet.Item> blanks = items.stream().filter(ReviewSheet.Item::isBlank).map(i -> i.named(rowName(items, i) + i.label())).toList();
            items.removeIf(ReviewSheet.Item::isBlank);
            boolean changed = changes.stream().anyMatch(c -> plan.form().address(c.pointer()).filter(address::covers).isPresent());
            return new ReviewSheet.Section(pointer, section.section().title(locale), section.section().isFilledByCity(), items, blanks, own, changed);
        }

        private static String rowName(List<ReviewSheet.Item> items, ReviewSheet.Item item) {
            return items.stream().filter(ReviewSheet.Item::head).filter(h -> !h.equals(item) && Address.covers(h.pointer(), item.pointer())).map(h -> h.label() + " ")
                    .reduce("", String::concat);
        }

        private void rows(AskedQuestion group, boolean heading, List<ReviewSheet.Item> items) {
            if (heading) {
                items.add(head(group.address().toString(), group.field().label(locale)));
            }
            group.rows().forEach(row -> {
                items.add(head(row.address().toString(), row.label(locale)));
                row.asked().forEach(c -> items.add(item(c)));
            });
        }

        private ReviewSheet.Item head(String pointer, String label) {
            return new ReviewSheet.Item(pointer, label, true, null, "", null, changeAt.get(pointer), remarksAt(pointer), findingsAt(pointer));
        }

        private ReviewSheet.Item item(AskedQuestion q) {
            String pointer = q.address().toString();
            return new ReviewSheet.Item(pointer, q.field().label(locale), false, q.field(), q.text(locale), badge(pointer),
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
    }
}
