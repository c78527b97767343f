package jp.michishirube.plan;

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
import jp.michishirube.organization.Person;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.OpenFields;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.problem.FieldProblem;

/** One save, field by field: what may be kept, what someone else changed, what is wrong. No database in here. */
final class DraftEdit {

    private static final String ROW_KEY = "[A-Za-z0-9-]{1,40}";

    private final PlanForm form;
    private final Map<String, Drafts.LoggedSave> touchedByOthers = new LinkedHashMap<>();
    private final Map<String, JsonNode> others = new LinkedHashMap<>();
    private final Optional<Set<String>> open;
    private final Person by;
    private final Instant at;
    private final LocalDate today;
    private final Known known;
    private final ObjectNode answers;
    private final ObjectNode provenance;
    private final ObjectNode log = JsonNodeFactory.instance.objectNode();
    private boolean confirmed;
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
        this.at = at;
        this.today = today;
        this.answers = draft.answers().deepCopy();
        this.provenance = draft.provenance().deepCopy();
        for (Drafts.LoggedSave save : since) {
            save.changes().fieldNames().forEachRemaining(a -> touchedByOthers.put(a, save));
        }
        touchedByOthers.keySet().forEach(a -> others.put(a, orNull(Answers.get(answers, a))));
    }

    /** Finds the place or file that a value names; empty when there is none. */
    interface Known {
        Optional<JsonNode> resolve(FormField field, String address, JsonNode raw, JsonNode current);
    }

    void change(String address, JsonNode raw) {
        Optional<FormField> field = form.field(address);
        if (field.isPresent() && !field.get().isGroup() && knownRow(address)) {
            cell(field.get(), address, raw);
        } else if (form.groupOf(address).filter(g -> address.lastIndexOf('/') == g.pointer().length()).isPresent()) {
            row(form.groupOf(address).get(), address, raw);
        } else {
            problems.add(new FieldProblem(address, "unknown-field"));
        }
    }

    private boolean knownRow(String address) {
        Optional<FormField> group = form.groupOf(address);
        if (group.isEmpty()) {
            return true;
        }
        String key = address.substring(group.get().pointer().length() + 1, address.lastIndexOf('/'));
        return keyAllowed(group.get(), key);
    }

    private static boolean keyAllowed(FormField group, String key) {
        return group.hasFixedRows() ? group.rows().stream().anyMatch(r -> r.code().equals(key)) : key.matches(ROW_KEY);
    }

    private void cell(FormField field, String address, JsonNode raw) {
        JsonNode current = orNull(Answers.get(answers, address));
        Optional<JsonNode> found = known.resolve(field, address, raw, Answers.get(answers, address));
        if (found.isEmpty()) {
            problems.add(new FieldProblem(address, field.kind() == FieldKind.PLACE ? "unknown-place" : "not-a-file"));
            return;
        }
        JsonNode value = FieldValue.normalise(field, found.get());
        if (same(value, current)) {
            confirm(address);
            kept(field, address, raw, value);
            return;
        }
        if (refused(address) || tooManyRows(address)) {
            return;
        }
        Optional<FieldProblem> problem = FieldRule.problem(field, address, value, today);
        if (problem.isPresent()) {
            problems.add(problem.get());
            return;
        }
        FieldChanges.put(log, address, current, value);
        Answers.put(form, answers, address, value.isNull() ? null : value);
        typed(address, current, value);
        kept(field, address, raw, value);
    }

    private void row(FormField group, String address, JsonNode raw) {
        String key = address.substring(group.pointer().length() + 1);
        if (group.hasFixedRows() || !keyAllowed(group, key)) {
            problems.add(new FieldProblem(address, "unknown-field"));
            return;
        }
        ObjectNode current = Answers.row(Answers.get(answers, group.pointer()), key);
        if (raw == null || raw.isNull()) {
            if (current != null && !refused(address)) {
                FieldChanges.put(log, address, current, NullNode.instance);
                Answers.put(form, answers, address, null);
                forgetRow(address, current);
            }
            saved.add(address);
        } else if (current == null) {
            if (!refused(address) && !tooManyRows(address + "/x")) {
                Answers.put(form, answers, address, JsonNodeFactory.instance.objectNode());
                FieldChanges.put(log, address, null, JsonNodeFactory.instance.objectNode());
                saved.add(address);
                raw.fieldNames().forEachRemaining(k -> {
                    if (!k.equals(Answers.KEY)) {
                        change(address + "/" + k, raw.get(k));
                    }
                });
            }
        } else {
            raw.fieldNames().forEachRemaining(k -> {
                if (!k.equals(Answers.KEY)) {
                    change(address + "/" + k, raw.get(k));
                }
            });
            saved.add(address);
        }
    }

    /** A row of a holder that a person removed must not come back by itself: the removal is remembered as an edit. */
    private void forgetRow(String address, ObjectNode current) {
        List<String> entries = Provenance.under(provenance, address);
        JsonNode linked = entries.stream().map(provenance::get).filter(e -> e.has("holder")).findFirst().orElse(null);
        entries.forEach(provenance::remove);
        if (linked != null) {
            provenance.set(address, Provenance.edited(linked, current, by.id(), at));
        }
    }

    private void typed(String address, JsonNode before, JsonNode value) {
        JsonNode entry = provenance.get(address);
        if (entry != null && entry.has("holder")) {
            if (value.equals(entry.get("original"))) {
                ObjectNode back = ((ObjectNode) entry).deepCopy();
                back.remove(List.of("original", "by", "at"));
                provenance.set(address, back.put("kind", "linked").put("confirmed", true));
            } else {
                provenance.set(address, Provenance.edited(entry, before, by.id(), at));
            }
        } else if (value.isNull()) {
            provenance.remove(address);
        } else {
            provenance.set(address, Provenance.typed(by.id(), at));
        }
    }

    /** A person who enters what was linked stands for it: a later answer of the holder does not replace it. */
    private void confirm(String address) {
        if (provenance.get(address) instanceof ObjectNode entry && Provenance.isLinked(entry) && !Provenance.isConfirmed(entry)
                && OpenFields.isOpen(open, address)) {
            entry.put("confirmed", true);
            confirmed = true;
        }
    }

    private boolean refused(String address) {
        if (!OpenFields.isOpen(open, address)) {
            problems.add(new FieldProblem(address, "locked"));
            return true;
        }
        for (Map.Entry<String, Drafts.LoggedSave> other : touchedByOthers.entrySet()) {
            String theirs = other.getKey();
            if (theirs.equals(address) || theirs.startsWith(address + "/") || address.startsWith(theirs + "/")
                    && Answers.get(answers, theirs) == null) {
                conflicts.add(new SaveResult.Conflict(address, orNull(Answers.get(answers, address)), other.getValue().byName()));
                return true;
            }
        }
        return false;
    }

    private boolean tooManyRows(String address) {
        FormField group = form.groupOf(address).orElse(null);
        if (group == null || group.hasFixedRows()) {
            return false;
        }
        JsonNode rows = Answers.get(answers, group.pointer());
        String key = address.substring(group.pointer().length() + 1, address.lastIndexOf('/'));
        if (rows != null && rows.size() >= group.maxRows() && Answers.row(rows, key) == null) {
            problems.add(new FieldProblem(address.substring(0, address.lastIndexOf('/')), "too-many-rows", group.maxRows()));
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

    private static JsonNode orNull(JsonNode node) {
        return node == null ? NullNode.instance : node;
    }

    boolean changed() {
        return confirmed || !log.isEmpty();
    }

    ObjectNode answers() {
        return answers;
    }

    ObjectNode provenance() {
        return provenance;
    }

    ObjectNode log() {
        return log;
    }

    SaveResult result(Draft now) {
        return new SaveResult(now.version(), now.savedAt(), saved, normalised, conflicts, problems, others, Completeness.bySection(form, now.answers()));
    }
}
