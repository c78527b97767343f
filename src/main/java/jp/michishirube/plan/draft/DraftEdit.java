package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.door.PlainText;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.OpenFields;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.problem.FieldProblem;

/** One save, field by field: what may be kept, what someone else changed, what is wrong. No database in here. */
final class DraftEdit {

    private static final String ROW_KEY = "[A-Za-z0-9-]{1,40}";

    private final PlanForm form;
    private final OthersSaves others;
    private final Optional<Set<String>> open;
    private final Person by;
    private final LocalDate today;
    private final Known known;
    private final ObjectNode answers;
    private final ProvenanceEdit provenance;
    private final ObjectNode log = JsonNodeFactory.instance.objectNode();
    private final List<String> saved = new ArrayList<>();
    private final Map<String, JsonNode> normalised = new LinkedHashMap<>();
    private final List<SaveResult.Conflict> conflicts = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    DraftEdit(PlanForm form, Draft draft, List<Drafts.LoggedSave> since, Optional<Set<String>> open, Person by, Instant at, LocalDate today,
            Known known) {
        this.form = form;
        this.known = known;
        this.open = open;
        this.by = by;
        this.today = today;
        this.answers = draft.answers().deepCopy();
        this.provenance = new ProvenanceEdit(draft.provenance().deepCopy(), by, at);
        this.others = new OthersSaves(since, answers);
    }

    /** Finds the place or file that a value names; empty when there is none. */
    interface Known {
        Optional<JsonNode> resolve(FormField field, String address, JsonNode raw, JsonNode current);
    }

    void change(String address, JsonNode raw) {
        Address at = form.address(address).filter(a -> a.rowKey() == null || keyAllowed(a)).orElse(null);
        FormField field = at == null ? null : form.field(at).orElse(null);
        if (field != null && !field.isGroup()) {
            cell(field, at, raw);
        } else if (at != null && at.isRow()) {
            row(at, raw);
        } else {
            problems.add(new FieldProblem(address, "unknown-field"));
        }
    }

    private boolean keyAllowed(Address at) {
        FormField group = form.groupOf(at).orElseThrow();
        return group.hasFixedRows() ? group.row(at.rowKey()).isPresent() : at.rowKey().matches(ROW_KEY);
    }

    private void cell(FormField field, Address at, JsonNode raw) {
        String address = at.toString();
        Optional<String> odd = AnswerTexts.wrong(raw);
        if (odd.isPresent()) {
            problems.add(new FieldProblem(address, odd.get(), PlainText.LONGEST));
            return;
        }
        JsonNode current = orNull(Answers.get(answers, address));
        Optional<JsonNode> found = known.resolve(field, address, raw, Answers.get(answers, address));
        if (found.isEmpty()) {
            problems.add(new FieldProblem(address, field.kind().pointsAt().unknown()));
            return;
        }
        JsonNode value = FieldValue.normalise(field, found.get());
        if (same(value, current)) {
            if (OpenFields.isOpen(open, address)) {
                provenance.confirm(address);
            }
            kept(field, address, raw, value);
            return;
        }
        if (refused(address) || at.isCell() && tooManyRows(at.rowAddress())) {
            return;
        }
        Optional<FieldProblem> problem = FieldRule.problem(field, address, value, today);
        if (problem.isPresent()) {
            problems.add(problem.get());
            return;
        }
        FieldChanges.put(log, address, current, value);
        Answers.put(form, answers, address, value.isNull() ? null : value);
        provenance.typed(address, current, value);
        kept(field, address, raw, value);
    }

    private void row(Address at, JsonNode raw) {
        String address = at.toString();
        FormField group = form.groupOf(at).orElseThrow();
        if (group.hasFixedRows()) {
            problems.add(new FieldProblem(address, "unknown-field"));
            return;
        }
        ObjectNode current = Answers.row(Answers.get(answers, group.pointer()), at.rowKey());
        if (raw == null || raw.isNull()) {
            if (current != null && !refused(address)) {
                FieldChanges.put(log, address, current, NullNode.instance);
                Answers.put(form, answers, address, null);
                provenance.forgetRow(address, current);
            }
            saved.add(address);
        } else if (current == null) {
            if (!refused(address) && !tooManyRows(at)) {
                Answers.put(form, answers, address, JsonNodeFactory.instance.objectNode());
                FieldChanges.put(log, address, null, JsonNodeFactory.instance.objectNode());
                saved.add(address);
                cells(at, raw);
            }
        } else {
            cells(at, raw);
            saved.add(address);
        }
    }

    private void cells(Address row, JsonNode raw) {
        raw.fieldNames().forEachRemaining(k -> {
            if (!k.equals(Answers.KEY)) {
                change(row.cell(k).toString(), raw.get(k));
            }
        });
    }

    private boolean refused(String address) {
        boolean citys = !by.isCity() && form.address(address).flatMap(a -> form.section(a.section())).filter(FormSection::isFilledByCity).isPresent();
        if (citys || !OpenFields.isOpen(open, address)) {
            problems.add(new FieldProblem(address, "locked"));
            return true;
        }
        Optional<Drafts.LoggedSave> other = others.meeting(address, answers);
        other.ifPresent(save -> conflicts.add(new SaveResult.Conflict(address, orNull(Answers.get(answers, address)), save.byName())));
        return other.isPresent();
    }

    private boolean tooManyRows(Address row) {
        FormField group = form.groupOf(row).orElseThrow();
        JsonNode rows = Answers.get(answers, group.pointer());
        if (!group.hasFixedRows() && rows != null && rows.size() >= group.maxRows() && Answers.row(rows, row.rowKey()) == null) {
            problems.add(new FieldProblem(row.toString(), "too-many-rows", group.maxRows()));
            return true;
        }
        return false;
    }

    private void kept(FormField field, String address, JsonNode raw, JsonNode value) {
        saved.add(address);
        if (field.kind().isAttachment()) {
            normalised.put(address, value);
        } else if (raw != null && raw.isTextual() && !Objects.equals(raw, value) && !(value.isNull() && raw.textValue().isEmpty())) {
            normalised.put(address, value);
        }
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.equals(b) || a.isNumber() && b.isNumber() && a.asText().equals(b.asText());
    }

    static JsonNode orNull(JsonNode node) {
        return node == null ? NullNode.instance : node;
    }

    boolean changed() {
        return provenance.confirmed() || !log.isEmpty();
    }

    ObjectNode answers() {
        return answers;
    }

    ObjectNode provenance() {
        return provenance.entries();
    }

    ObjectNode log() {
        return log;
    }

    SaveResult result(Draft now) {
        return new SaveResult(now.version(), now.savedAt(), saved, normalised, conflicts, problems, others.values(), Completeness.bySection(FilledPlan.of(form, now.answers())));
    }
}
