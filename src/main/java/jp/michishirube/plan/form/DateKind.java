package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** ISO date in the answers; people may type eras, and read them. */
final class DateKind extends TextKind {

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return text(raw, t -> JapaneseDate.parse(t).map(Object::toString).orElse(t.trim()));
    }

    @Override
    String wrong(FormField field, String iso, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(iso);
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
