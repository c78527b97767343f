package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions of a form in the context of one plan's answers: which sections, questions and rows there are, what is answered and
 * whether it applies. Every page, print, check, difference and recipient's part is a filter of it, so that what the form hides is hidden
 * everywhere. Immutable over the answers as they were given; computed once for a request.
 *
 * <p>An answer that its condition hides stays in the draft, in case the branch returns. It counts as no answer for the conditions of
 * others: hiding goes on along a chain of them.
 */
public final class FilledPlan {

    private final PlanForm form;
    private final ObjectNode answers;
    private final Applies applies;
    private final List<AskedSection> sections;
    private Map<String, AskedQuestion> byAddress;

    private FilledPlan(PlanForm form, ObjectNode answers) {
        this.form = form;
        this.answers = answers;
        this.applies = new Applies(form, answers);
        this.sections = form.sections().stream().map(this::section).toList();
    }

    public static FilledPlan of(PlanForm form, ObjectNode answers) {
        return new FilledPlan(form, answers);
    }

    public PlanForm form() {
        return form;
    }

    /** As kept, hidden ones too. What leaves the house is {@link #applicable()}. */
    public ObjectNode answers() {
        return answers;
    }

    /** All sections of the form, those that do not apply too. */
    public List<AskedSection> sections() {
        return sections;
    }

    /** Every question of the form, whether it applies or not: what a draft keeps. Groups before the cells of their rows. */
    public Stream<AskedQuestion> all() {
        return sections.stream().flatMap(s -> s.questions().stream()).flatMap(AskedQuestion::withCells);
    }

    /** Every question that applies, groups before the cells of their rows, in the order of the form. */
    public Stream<AskedQuestion> asked() {
        return sections.stream().flatMap(AskedSection::asked).flatMap(AskedQuestion::withCells).filter(AskedQuestion::applies);
    }

    /** What is answered and applies; groups before the cells of their rows. */
    public Stream<AskedQuestion> answered() {
        return asked().filter(AskedQuestion::isAnswered);
    }

    /** The question at that address, whether it applies or not; empty for rows, sections and what the form does not ask. */
    public Optional<AskedQuestion> at(String address) {
        if (byAddress == null) {
            Map<String, AskedQuestion> all = new HashMap<>();
            all().forEach(q -> all.put(q.address().toString(), q));
            byAddress = all;
        }
        return Optional.ofNullable(byAddress.get(address));
    }

    /** The question with that role, outside rows; empty where the form has none. */
    public Optional<AskedQuestion> at(Role role) {
        return form.role(role).flatMap(f -> at(f.pointer()));
    }

    /** The rows of the group with that role that say anything; none where it does not apply. */
    public List<AskedRow> rows(Role role) {
        return at(role).filter(AskedQuestion::applies).map(q -> q.rows().stream().filter(r -> !r.isEmpty()).toList()).orElse(List.of());
    }

    /** The answer with that role as text; empty where there is none. */
    public String text(Role role) {
        return at(role).filter(AskedQuestion::isAnswered).map(q -> q.value().asText()).orElse("");
    }

    /** A row that nobody has written in yet, under that key: what a page shows when one is added. */
    public AskedRow blankRow(FormField group, String key) {
        return row(group, group.address().row(key), 0, null, null, true);
    }

    /** Whether what stands at that address is asked of this plan now: a section, a question, a group, a row or a cell. */
    public boolean applies(Address address) {
        if (address.isSection()) {
            return sections.stream().anyMatch(s -> s.section().key().equals(address.section()) && s.applies());
        }
        if (address.isRow()) {
            return at(address.groupAddress().toString()).filter(AskedQuestion::applies)
                    .filter(g -> g.rows().stream().anyMatch(r -> r.key().equals(address.rowKey()))).isPresent();
        }
        return at(address.toString()).filter(AskedQuestion::applies).isPresent();
    }

    /** A copy of the answers that apply, and of nothing else: what is handed in, given away and read by other systems. */
    public ObjectNode applicable() {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (AskedSection section : sections) {
            section.asked().filter(AskedQuestion::isAnswered).forEach(q -> {
                JsonNode value = q.field().isGroup() ? rows(q) : q.value().deepCopy();
                if (q.address().column() == null && q.address().group().isEmpty()) {
                    kept.set(section.section().key(), value);
                } else {
                    kept.withObject("/" + section.section().key()).set(q.field().key(), value);
                }
            });
        }
        return kept;
    }

    private static JsonNode rows(AskedQuestion group) {
        var rows = JsonNodeFactory.instance.arrayNode();
        group.rows().stream().filter(r -> !r.isEmpty()).forEach(r -> rows.add(r.applicable()));
        return rows;
    }

    private AskedSection section(FormSection section) {
        boolean holds = applies.section(section);
        List<AskedQuestion> questions = new ArrayList<>(section.fields().size());
        for (FormField field : section.fields()) {
            JsonNode value = Answers.get(answers, field.pointer());
            boolean asked = holds && applies.question(field);
            Address address = field.address();
            questions.add(new AskedQuestion(address, field, null, value, asked, field.isGroup() ? rows(field, address, value, asked) : List.of()));
        }
        return new AskedSection(section, holds, questions);
    }

    private List<AskedRow> rows(FormField group, Address address, JsonNode value, boolean asked) {
        List<AskedRow> rows = new ArrayList<>();
        if (group.hasFixedRows()) {
            for (Choice choice : group.rows()) {
                ObjectNode cells = Answers.row(value, choice.code());
                rows.add(row(group, address.row(choice.code()), rows.size() + 1, choice, cells, asked));
            }
        } else if (value != null) {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i) instanceof ObjectNode cells) {
                    rows.add(row(group, address.row(cells.path(Answers.KEY).asText(String.valueOf(i))), i + 1, null, cells, asked));
                }
            }
        }
        return rows;
    }

    private AskedRow row(FormField group, Address address, int number, Choice fixed, ObjectNode given, boolean asked) {
        ObjectNode cells = given == null ? JsonNodeFactory.instance.objectNode() : given;
        AskedRow.Place place = new AskedRow.Place(group, number, fixed, cells);
        List<AskedQuestion> questions = new ArrayList<>(group.columns().size());
        for (FormField column : group.columns()) {
            JsonNode value = cells.get(column.key());
            questions.add(new AskedQuestion(address.cell(column.key()), column, place, value == null || value.isNull() ? null : value,
                    asked && applies.cell(group, column, cells), List.of()));
        }
        return new AskedRow(address, place, questions);
    }
}
