package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Choice;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.Condition;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.OpenFields;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.problem.FieldProblem;

/** Turns form, answers, provenance, errors and remarks into what the page writes down. One instance for one request. */
final class FormPage {

    /**
     * @param failed holders that did not answer when asked last
     * @param typed  what a person typed that could not be kept, by address: it stands in the input beside its error
     */
    record Sources(
            PlanForm form, ObjectNode answers, ObjectNode provenance, Set<Holder> failed, Optional<Set<String>> open, boolean readOnly,
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
        Completeness.missing(s.form(), s.answers()).forEach(p -> missing.add(p.field()));
        s.problems().forEach(p -> errors.putIfAbsent(p.field(), texts.problem(p, s.locale())));
        s.notes().forEach(n -> notes.computeIfAbsent(n.pointer(), x -> new ArrayList<>())
                .add(new FieldView.Note(texts.get(n.kind(), s.locale()), n.text(), n.by(), n.link(), n.open())));
    }

    /** What was written on the plan as a whole. */
    List<FieldView.Note> ofThePlan() {
        return notes.getOrDefault("", List.of());
    }

    List<SectionView> sections() {
        List<SectionView> sections = new ArrayList<>();
        for (FormSection section : s.form().sections()) {
            boolean away = section.when() != null && !section.when().holds(s.answers(), null);
            List<FieldView> fields = new ArrayList<>();
            section.fields().forEach(f -> fields.add(f.isGroup() ? group(f) : field(f, f.pointer(), null, false)));
            String at = "/" + section.key();
            sections.add(new SectionView(section.key(), section.title(s.locale()), section.isGroup() ? "" : section.help(s.locale()), away,
                    section.when() == null ? null : section.when().field(), test(section.when()), expected(section.when()), fields,
                    away ? 0 : count(missing, at), count(errors.keySet(), at) + openNotes(at),
                    section.isGroup() ? List.of() : notes.getOrDefault(at, List.of())));
        }
        return sections;
    }

    private static int count(Set<String> addresses, String at) {
        return (int) addresses.stream().filter(a -> a.equals(at) || a.startsWith(at + "/")).count();
    }

    private int openNotes(String at) {
        return (int) notes.entrySet().stream().filter(e -> e.getKey().equals(at) || e.getKey().startsWith(at + "/"))
                .flatMap(e -> e.getValue().stream()).filter(FieldView.Note::open).count();
    }

    /** @param linkedRow the row it stands in came from a holder */
    private FieldView field(FormField f, String address, JsonNode row, boolean linkedRow) {
        JsonNode kept = row == null ? Answers.get(s.answers(), address) : row.get(f.key());
        JsonNode value = s.typed().getOrDefault(address, kept);
        boolean todo = missing.contains(address);
        boolean away = f.when() != null && !f.when().holds(s.answers(), row);
        boolean typed = s.typed().containsKey(address);
        FieldView.Badge badge = badge(f, address, kept, todo);
        if (badge == null && linkedRow && !Answers.isEmpty(kept)) {
            badge = badges.typed(s.locale());
        }
        String whenField = f.when() == null ? null : f.when().field().startsWith("./")
                ? address.substring(0, address.lastIndexOf('/') + 1) + f.when().field().substring(2) : f.when().field();
        return new FieldView(address, f.kind().word(), f.label(s.locale()), f.help(s.locale()), f.example(),
                f.required() && f.requiredUnless() == null || todo, locked(address), away, whenField, test(f.when()), expected(f.when()),
                text(f, value, typed), shown(f, kept), options(f, value, address), other(f, value, address), f.unit(s.locale()), f.maxLength(), inputMode(f), badge,
                errors.get(address), notes.getOrDefault(address, List.of()), List.of(), null, false, false, "", 0);
    }

    private FieldView.Badge badge(FormField f, String address, JsonNode value, boolean todo) {
        JsonNode entry = s.provenance().get(address);
        FieldView.Badge waits = !s.failed().isEmpty() && entry == null && Answers.isEmpty(value) ? badges.notFetched(f, todo, s.failed(), s.locale()) : null;
        return waits != null ? waits : badges.of(f, entry, todo, s.locale());
    }

    private FieldView group(FormField g) {
        JsonNode rows = Answers.get(s.answers(), g.pointer());
        List<FieldView.Row> views = new ArrayList<>();
        if (g.hasFixedRows()) {
            for (Choice choice : g.rows()) {
                views.add(row(g, choice.code(), choice.label(s.locale()), Answers.row(rows, choice.code())));
            }
        } else if (rows != null) {
            int n = 0;
            for (JsonNode one : rows) {
                views.add(row(g, one.path(Answers.KEY).asText(String.valueOf(n)), g.rowLabel(s.locale()) + " " + ++n, one));
            }
        }
        boolean locked = locked(g.pointer());
        FieldView.Row blank = g.hasFixedRows() || locked ? null : row(g, "__key__", g.rowLabel(s.locale()) + " __n__", JsonNodeFactory.instance.objectNode());
        boolean todo = missing.contains(g.pointer());
        boolean away = g.when() != null && !g.when().holds(s.answers(), null);
        return new FieldView(g.pointer(), "group", g.label(s.locale()), g.help(s.locale()), "", g.required(), locked, away,
                g.when() == null ? null : g.when().field(), test(g.when()), expected(g.when()), "", "", List.of(), "", "", 0, null,
                badge(g, g.pointer(), rows, todo), errors.get(g.pointer()), notes.getOrDefault(g.pointer(), List.of()), views,
                blank, !g.hasFixedRows() && !locked && views.size() < g.maxRows(), g.hasFixedRows(), g.rowLabel(s.locale()), g.maxRows());
    }

    private FieldView.Row row(FormField g, String key, String label, ObjectNode row) {
        String at = g.pointer() + "/" + key;
        JsonNode cells = row == null ? JsonNodeFactory.instance.objectNode() : row;
        List<FieldView> fields = new ArrayList<>();
        FieldView.Badge badge = g.hasFixedRows() ? null : badges.ofRow(s.provenance(), at, s.locale());
        g.columns().forEach(c -> fields.add(field(c, at + "/" + c.key(), cells, badge != null)));
        return new FieldView.Row(key, at, label, fields, badge, locked(at));
    }

    private FieldView.Row row(FormField g, String key, String label, JsonNode row) {
        return row(g, key, label, (ObjectNode) row);
    }

    private boolean locked(String address) {
        return s.readOnly() || !OpenFields.isOpen(s.open(), address);
    }

    private String text(FormField f, JsonNode value, boolean typed) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (f.kind() == FieldKind.DATE && !typed && value.isTextual()) {
            return value.textValue();
        }
        return f.kind() == FieldKind.PLACE ? value.path("id").asText(value.path("name").asText())
                : f.kind().isAttachment() ? value.path("file").asText() : value.asText();
    }

    /** What stands beside the input: the era of a date, the name of a file. */
    private String shown(FormField f, JsonNode kept) {
        return f.kind() == FieldKind.DATE || f.kind().isAttachment() ? AnswerText.of(f, kept, s.locale()) : "";
    }

    private List<FieldView.Option> options(FormField f, JsonNode value, String address) {
        if (f.kind() == FieldKind.PLACE) {
            return places(f, value, address);
        }
        if (f.kind() == FieldKind.YES_NO) {
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

    private List<FieldView.Option> places(FormField f, JsonNode value, String address) {
        String id = value == null ? "" : value.path("id").asText();
        List<FieldView.Option> options = new ArrayList<>();
        boolean found = false;
        for (PlaceChoices.PlaceChoice p : s.places().apply(hazard(address), f.place())) {
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

    /** A place that is not from the list stands in the text input. */
    private static String other(FormField f, JsonNode value, String address) {
        return f.kind() == FieldKind.PLACE && value != null && value.path("id").asText().isEmpty() ? value.path("name").asText() : "";
    }

    private String hazard(String address) {
        return s.form().groupOf(address).filter(FormField::hasFixedRows)
                .map(g -> address.substring(g.pointer().length() + 1, address.lastIndexOf('/'))).orElse(null);
    }

    private static String inputMode(FormField f) {
        return switch (f.kind()) {
            case PHONE -> "tel";
            case EMAIL -> "email";
            case NUMBER, POSTAL_CODE -> "numeric";
            default -> null;
        };
    }

    private static String test(Condition when) {
        return when == null ? null : when.test().name();
    }

    private static String expected(Condition when) {
        return when == null ? null : when.expected();
    }
}
