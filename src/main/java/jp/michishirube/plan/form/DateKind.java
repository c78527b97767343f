package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import jp.michishirube.door.PlainTime;
import jp.michishirube.japanese.DateReader;

/** ISO date in the answers; people may type eras, and read them. */
final class DateKind extends TextKind {

    @Override
    FieldKind.Look look() {
        return FieldKind.Look.DATE;
    }

    /** A date is written as text but kept as a date. */
    @Override
    boolean words() {
        return false;
    }

    @Override
    String beside(FormField field, JsonNode value, Locale locale) {
        return text(field, value, locale);
    }

    /** A date that is missing in a row that has others is a fact too: medication without its day. */
    @Override
    List<AnswerFact> facts(JsonNode answer) {
        return List.of(new AnswerFact("date", answer == null ? 0 : 1, null));
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return text(raw, t -> DateReader.typed(t).map(Object::toString).orElse(t.trim()));
    }

    @Override
    String wrong(FormField field, String iso, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(iso);
            if (!PlainTime.is(date)) {
                return "no-such-date";
            }
            return field.past() && date.isAfter(today) ? "in-the-future" : null;
        } catch (DateTimeParseException e) {
            return "no-such-date";
        }
    }

    @Override
    String text(FormField field, JsonNode value, Locale locale) {
        try {
            return english(locale) ? value.asText() : JapaneseDate.show(LocalDate.parse(value.asText()));
        } catch (DateTimeParseException e) {
            return value.asText();
        }
    }

    @Override
    String space(FormField field) {
        return "　　　　年　　月　　日";
    }

    @Override
    boolean prose() {
        return false;
    }
}
