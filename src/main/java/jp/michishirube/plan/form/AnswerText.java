package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer as people read it: labels for codes, eras for dates, units for numbers. */
public final class AnswerText {

    private AnswerText() {}

    /** @return empty for no answer; a code that the form no longer knows is shown as it is, never dropped */
    public static String of(FormField field, JsonNode value, Locale locale) {
        if (Answers.isEmpty(value)) {
            return "";
        }
        boolean english = locale != null && "en".equals(locale.getLanguage());
        return switch (field.kind()) {
            case CHOICE, PARTY -> choice(field, value.asText(), locale);
            case CHOICES -> {
                List<String> labels = new ArrayList<>();
                value.forEach(v -> labels.add(choice(field, v.asText(), locale)));
                yield String.join(english ? ", " : "、", labels);
            }
            case YES_NO -> value.asBoolean() ? (english ? "Yes" : "はい") : (english ? "No" : "いいえ");
            case DATE -> date(value.asText(), english);
            case NUMBER -> value.asText() + (field.unit().isEmpty() ? "" : english ? " " + field.unit(locale) : field.unit());
            case PLACE -> place(value);
            case PHOTO, DRAWING, FILE -> value.path("name").asText(english ? "file" : "ファイル");
            case GROUP -> rows(field, value, locale);
            default -> value.asText();
        };
    }

    private static String choice(FormField field, String code, Locale locale) {
        return field.choice(code).map(c -> c.label(locale)).orElse(code);
    }

    private static String date(String iso, boolean english) {
        try {
            return english ? iso : JapaneseDate.show(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private static String place(JsonNode value) {
        String address = value.path("address").asText();
        return value.path("name").asText() + (address.isEmpty() ? "" : "（" + address + "）");
    }

    private static String rows(FormField group, JsonNode rows, Locale locale) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row(group, row, locale)));
        texts.removeIf(String::isEmpty);
        return String.join("\n", texts);
    }

    /** One row in one line. */
    public static String row(FormField group, JsonNode row, Locale locale) {
        List<String> parts = new ArrayList<>();
        group.row(row.path(Answers.KEY).asText()).ifPresent(r -> parts.add(r.label(locale)));
        int head = parts.size();
        for (FormField column : group.columns()) {
            String text = of(column, row.get(column.key()), locale);
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        return parts.size() == head ? "" : String.join(" ・ ", parts);
    }
}
