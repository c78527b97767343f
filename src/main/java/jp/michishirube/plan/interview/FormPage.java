package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import jp.michishirube.plan.draft.PlaceChoices;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.Condition;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FieldLabels;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.OpenFields;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.FieldView;
import jp.michishirube.plan.versions.ProvenanceBadge;
import jp.michishirube.problem.FieldProblem;

/** Turns form, answers, provenance, errors and remarks into what the page writes down. One instance for one request. */
final class FormPage {

    /**
     * @param city   the city writes in its own sections; else the office in all others
     * @param failed holders that did not answer when asked last
     * @param typed  what a person typed that could not be kept, by address: it stands in the input beside its error
     */
    record Sources(
            FilledPlan plan, ObjectNode provenance, Set<Holder> failed, Optional<Set<String>> open, boolean city,
            List<FieldNotes.FieldNote> notes, List<FieldProblem> problems, Map<String, JsonNode> typed, BiFunction<String, String, List<PlaceChoices.PlaceChoice>> places, Locale locale) {}

    private final Sources s;
    private final ProvenanceBadge badges;
    private final PlanTexts texts;
    private final Set<String> missing = new HashSet<>();
    private final Map<String, String> errors = new HashMap<>();
    private final Map<String, List<FieldView.Note>> notes = new HashMap<>();

    FormPage(Sources sources, ProvenanceBadge badges, PlanTexts texts) {
        this.s = sources;
        this.badges = badges;
        this.texts = texts;
        Completeness.missing(s.plan()).forEach(p -> missing.add(p.field()));
        s.problems().forEach(p -> errors.putIfAbsent(p.field(), texts.problem(p, s.locale())));
        s.notes().forEach(n -> notes.computeIfAbsent(n.pointer(), x -> new ArrayList<>())
                .add(new FieldView.Note(texts.get(n.kind(), s.locale()), n.text(), n.by(), n.link(), n.open())));
    }

    /** What was written on the plan as a whole. */
    List<FieldView.Note> ofThePlan() {
        return notes.getOrDefault("", List.of());
    }

    /** Every remark beside a question, in the order of the form: the list that a returned plan begins with. */
    List<InterviewPage.RemarkAt> remarks(PlanForm form) {
        List<String> order = s.plan().sections().stream().map(a -> a.address().toString()).toList();
        return notes.entrySet().stream().filter(e -> !e.getKey().isEmpty())
                .sorted(java.util.Comparator.comparingInt((Map.Entry<String, List<FieldView.Note>> e) -> (int) order.stream()
                        .takeWhile(o -> !e.getKey().equals(o) && !e.getKey().startsWith(o + "/")).count()).thenComparing(Map.Entry::getKey))
                .flatMap(e -> e.getValue().stream().map(n -> new InterviewPage.RemarkAt(jump(e.getKey()), FieldLabels.of(form, e.getKey(), s.locale()), n))).toList();
    }

    /** The element of the page at that address: a section, a row or a question. */
    private String jump(String address) {
        return s.plan().sections().stream().filter(a -> a.address().toString().equals(address)).findFirst().map(a -> "s-" + a.section().key())
                .orElse((s.plan().form().address(address).filter(Address::isRow).isPresent() ? "row-" : "f-") + address);
    }

    List<SectionView> sections() {
        List<SectionView> sections = new ArrayList<>();
        for (AskedSection asked : s.plan().sections()) {
            FormSection section = asked.section();
            List<FieldView> fields = new ArrayList<>();
            asked.questions().forEach(q -> fields.add(q.field().isGroup() ? group(q) : field(q, false)));
            String at = asked.address().toString();
            String from = QuietBadges.shared(fields);
            boolean rest = s.open().isPresent() && openNotes(at) == 0 && count(errors.keySet(), at) == 0 && fields.stream().allMatch(FormPage::closed);
            sections.add(new SectionView(section.key(), section.title(s.locale()), section.isGroup() ? "" : section.help(s.locale()), !asked.applies(),
                    when(section.when(), asked.address()), QuietBadges.quiet(fields, from), from, rest, asked.applies() ? count(missing, at) : 0, count(errors.keySet(), at) + openNotes(at),
                    section.isGroup() ? List.of() : notes.getOrDefault(at, List.of())));
        }
        return sections;
    }

    /** Nothing of it can be changed, nor any cell of its rows. */
    private static boolean closed(FieldView f) {
        return f.locked() && f.group().rows().stream().allMatch(r -> r.locked() && r.fields().stream().allMatch(FormPage::closed));
    }

    private static int count(Set<String> addresses, String at) {
        return (int) addresses.stream().filter(a -> Address.covers(at, a)).count();
    }

    private int openNotes(String at) {
        return (int) notes.entrySet().stream().filter(e -> Address.covers(at, e.getKey()))
                .flatMap(e -> e.getValue().stream()).filter(FieldView.Note::open).count();
    }

    /** @param linkedRow the row it stands in came from a holder */
    private FieldView field(AskedQuestion q, boolean linkedRow) {
        FormField f = q.field();
        String address = q.address().toString();
        boolean typed = s.typed().containsKey(address);
        JsonNode value = typed ? s.typed().get(address) : q.value();
        boolean todo = missing.contains(address);
        FieldView.Badge badge = badge(f, address, q.value(), todo);
        if (badge == null && linkedRow && !Answers.isEmpty(q.value())) {
            badge = badges.typed(s.locale());
        }
        FieldView.Says says = new FieldView.Says(f.label(s.locale()), f.help(s.locale()), f.example(), badge, errors.get(address), notes.getOrDefault(address, List.of()));
        FieldView.Input input = new FieldView.Input(f.kind().input(value), f.kind().beside(f, q.value(), s.locale()), options(f, value, q), f.kind().unlisted(value), f.unit(s.locale()),
                f.maxLength(), f.kind().inputMode());
        return new FieldView(address, f.kind(), says, f.required() && f.requiredUnless() == null || todo, locked(address), away(q), when(f.when(), q.address()),
                input, FieldView.Rows.NONE);
    }

    /** Whether its own condition hides it; within a section that is away the script asks again when the section returns. */
    private static boolean away(AskedQuestion q) {
        return q.field().when() != null && !q.applies();
    }

    private static FieldView.When when(Condition when, Address asking) {
        return when == null ? FieldView.When.ALWAYS : new FieldView.When(asking.resolve(when.field()), when.test().name(), when.expected());
    }

    private FieldView.Badge badge(FormField f, String address, JsonNode value, boolean todo) {
        JsonNode entry = s.provenance().get(address);
        FieldView.Badge waits = !s.failed().isEmpty() && entry == null && Answers.isEmpty(value) ? badges.notFetched(f, todo, s.failed(), s.locale()) : null;
        return waits != null ? waits : badges.of(f, entry, todo, s.locale());
    }

    private FieldView group(AskedQuestion q) {
        FormField g = q.field();
        String at = q.address().toString();
        List<FieldView.Row> views = q.rows().stream().map(r -> row(g, r, r.label(s.locale()))).toList();
        boolean locked = locked(at);
        FieldView.Row blank = g.hasFixedRows() || locked ? null : row(g, s.plan().blankRow(g, "__key__"), g.rowLabel(s.locale()) + " __n__");
        FieldView.Says says = new FieldView.Says(g.label(s.locale()), g.help(s.locale()), "", badge(g, at, q.value(), missing.contains(at)), errors.get(at),
                notes.getOrDefault(at, List.of()));
        return new FieldView(at, g.kind(), says, g.required(), locked, away(q), when(g.when(), q.address()), FieldView.Input.NONE,
                new FieldView.Rows(views, blank, !g.hasFixedRows() && !locked && views.size() < g.maxRows(), g.hasFixedRows(), g.rowLabel(s.locale()), g.maxRows()));
    }

    private FieldView.Row row(FormField g, AskedRow row, String label) {
        String at = row.address().toString();
        FieldView.Badge badge = g.hasFixedRows() ? null : badges.ofRow(s.provenance(), at, s.locale());
        return new FieldView.Row(row.key(), at, label, row.questions().stream().map(c -> field(c, badge != null)).toList(), badge, locked(at));
    }

    private boolean locked(String address) {
        boolean citys = s.plan().form().address(address).flatMap(a -> s.plan().form().section(a.section())).filter(FormSection::isFilledByCity).isPresent();
        return citys != s.city() || !OpenFields.isOpen(s.open(), address);
    }

    private List<FieldView.Option> options(FormField f, JsonNode value, AskedQuestion q) {
        if (f.kind().look() == FieldKind.Look.PLACE) {
            return places(f, value, q);
        }
        if (f.kind().look() == FieldKind.Look.YES_NO) {
            String now = value == null ? "" : value.asText();
            return List.of(new FieldView.Option("true", texts.get("plan.yes", s.locale()), "true".equals(now)),
                    new FieldView.Option("false", texts.get("plan.no", s.locale()), "false".equals(now)));
        }
        if (!f.kind().hasChoices()) {
            return List.of();
        }
        Set<String> chosen = new HashSet<>();
        if (value != null && value.isArray()) {
            value.forEach(v -> chosen.add(v.asText()));
        } else if (value != null) {
            chosen.add(value.asText());
        }
        return f.choices().stream().map(c -> new FieldView.Option(c.code(), c.label(s.locale()), chosen.contains(c.code()))).toList();
    }

    private List<FieldView.Option> places(FormField f, JsonNode value, AskedQuestion q) {
        String id = value == null ? "" : value.path("id").asText();
        List<FieldView.Option> options = new ArrayList<>();
        boolean found = false;
        for (PlaceChoices.PlaceChoice p : s.places().apply(q.row() == null || q.row().fixed() == null ? null : q.row().fixed().code(), f.place())) {
            found |= p.id().equals(id);
            String distance = p.metres() < 0 ? "" : p.metres() < 1000 ? p.metres() + "m" : "%.1fkm".formatted(p.metres() / 1000.0);
            options.add(new FieldView.Option(p.id(), texts.get(p.designated() ? "plan.place.designated" : "plan.place.not-designated", s.locale(), p.name(), distance),
                    p.id().equals(id)));
        }
        if (!found && !id.isEmpty()) {
            options.add(0, new FieldView.Option(id, value.path("name").asText(), true));
        }
        return options;
    }
}
