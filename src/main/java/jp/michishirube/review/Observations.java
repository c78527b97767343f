package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Condition;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.review.CheckRules.Observation;

/** Takes out of a plan, whatever its form, what rules look at. */
final class Observations {

    /** @param pointer address of the answer it was seen at */
    record Seen(String pointer, Observation observation) {}

    private final ObjectNode answers;
    private final LocalDate today;
    private final List<Seen> seen = new ArrayList<>();

    private Observations(ObjectNode answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    /** @param rosterBirthDate what the roster says; null when unknown */
    static List<Seen> of(PlanForm form, ObjectNode answers, LocalDate rosterBirthDate, LocalDate today) {
        Observations all = new Observations(answers, today);
        form.sections().stream().filter(s -> all.holds(s.when(), null))
                .forEach(s -> s.fields().forEach(f -> all.field(f, f.pointer(), Answers.get(answers, f.pointer()), null)));
        String born = Answers.text(answers, "/resident/birthDate");
        if (rosterBirthDate != null && !born.isEmpty()) {
            all.add("/resident/birthDate", "rosterBirthDate", "/resident/birthDate", born.equals(rosterBirthDate.toString()) ? 0 : 1, null);
        }
        return all.seen;
    }

    private void field(FormField field, String pointer, JsonNode value, JsonNode row) {
        if (!holds(field.when(), row)) {
            return;
        }
        switch (field.kind()) {
            case GROUP -> group(field, value);
            case PHONE -> text(pointer, "phone", field, value);
            case NUMBER -> number(pointer, field, value);
            case DATE -> date(pointer, field, value);
            case PLACE -> place(pointer, field, value);
            case CHOICE, PARTY -> text(pointer, "choice", field, value);
            default -> { }
        }
    }

    private void group(FormField group, JsonNode rows) {
        int filled = 0;
        for (int i = 0; rows != null && i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            if (Answers.isEmpty(row)) {
                continue;
            }
            filled++;
            String at = group.pointer() + "/" + row.path(Answers.KEY).asText(String.valueOf(i));
            group.columns().forEach(c -> field(c, at + "/" + c.key(), row.get(c.key()), row));
        }
        add(group.pointer(), "rows", group.pointer(), filled, null);
    }

    private void number(String pointer, FormField field, JsonNode value) {
        if (value != null && value.isNumber()) {
            add(pointer, "number", field.pointer(), value.numberValue(), null);
            if (field.key().equals("age")) {
                age(Answers.text(answers, "/resident/birthDate"))
                        .ifPresent(years -> add(pointer, "ageGap", field.pointer(), Math.abs(years - value.intValue()), null));
            }
        }
    }

    /** A date that is missing in a row that has others is a fact too: medication without its day. */
    private void date(String pointer, FormField field, JsonNode value) {
        add(pointer, "date", field.pointer(), Answers.isEmpty(value) ? 0 : 1, null);
        if (field.key().equals("birthDate") && !Answers.isEmpty(value)) {
            age(value.asText()).ifPresent(years -> add(pointer, "age", field.pointer(), years, null));
        }
    }

    private void place(String pointer, FormField field, JsonNode value) {
        if (!Answers.isEmpty(value) && value.path("designated").isBoolean()) {
            add(pointer, "designated", field.pointer(), value.path("designated").booleanValue() ? 1 : 0, null);
        }
    }

    private void text(String pointer, String fact, FormField field, JsonNode value) {
        if (!Answers.isEmpty(value)) {
            add(pointer, fact, field.pointer(), null, value.asText());
        }
    }

    private java.util.Optional<Integer> age(String born) {
        try {
            LocalDate day = LocalDate.parse(born);
            return java.util.Optional.of(day.isAfter(today) ? -1 : Period.between(day, today).getYears());
        } catch (DateTimeParseException e) {
            return java.util.Optional.empty();
        }
    }

    private void add(String pointer, String fact, String field, Number number, String text) {
        seen.add(new Seen(pointer, new Observation(fact, field, number, text)));
    }

    private boolean holds(Condition when, JsonNode row) {
        return when == null || when.holds(answers, row);
    }
}
