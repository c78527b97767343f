package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.michishirube.problem.FieldProblem;

/** Whether a normalised answer may be kept. Emptiness is never wrong here: that is {@link Completeness}'s question. */
public final class FieldRule {

    /** For texts whose form gives no limit. */
    private static final int LONGEST = 4_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d-]{7,17}(\\(\\d{1,6}\\))?");
    private static final Pattern KANA = Pattern.compile("[\\p{IsKatakana}ー・　]+");
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,}");

    private FieldRule() {}

    public static Optional<FieldProblem> problem(FormField field, String address, JsonNode value, LocalDate today) {
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        String kind = switch (field.kind()) {
            case CHOICE, PARTY -> value.isTextual() && field.choice(value.textValue()).isPresent() ? null : "unknown-choice";
            case CHOICES -> choices(field, value);
            case YES_NO -> value.isBoolean() ? null : "unknown-choice";
            case NUMBER -> number(field, value);
            case PLACE -> place(value);
            case PHOTO, DRAWING, FILE -> value.isObject() && value.path("file").canConvertToLong() ? null : "not-a-file";
            case GROUP -> value.isArray() ? null : "wrong-type";
            default -> value.isTextual() ? text(field, value.textValue(), today) : "wrong-type";
        };
        return Optional.ofNullable(kind).map(k -> new FieldProblem(address, k, args(field, k)));
    }

    private static Object[] args(FormField field, String kind) {
        return switch (kind) {
            case "too-long" -> new Object[] {limit(field)};
            case "too-small" -> new Object[] {field.minimum()};
            case "too-large" -> new Object[] {field.maximum()};
            default -> new Object[0];
        };
    }

    private static int limit(FormField field) {
        return field.maxLength() > 0 ? field.maxLength() : LONGEST;
    }

    private static String text(FormField field, String text, LocalDate today) {
        if (text.codePointCount(0, text.length()) > limit(field)) {
            return "too-long";
        }
        if (CONTROL.matcher(text).find() || field.kind() != FieldKind.LONG_TEXT && (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0)) {
            return "control-characters";
        }
        return switch (field.kind()) {
            case KANA -> KANA.matcher(text).matches() ? null : "not-kana";
            case PHONE -> PHONE.matcher(text).matches() ? null : "not-a-phone";
            case EMAIL -> MAIL.matcher(text).matches() ? null : "not-a-mail";
            case POSTAL_CODE -> text.matches("\\d{3}-\\d{4}") ? null : "not-a-postal-code";
            case DATE -> date(field, text, today);
            default -> null;
        };
    }

    private static String date(FormField field, String iso, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(iso);
            return field.past() && date.isAfter(today) ? "in-the-future" : null;
        } catch (DateTimeParseException e) {
            return "no-such-date";
        }
    }

    private static String choices(FormField field, JsonNode value) {
        if (!value.isArray()) {
            return "wrong-type";
        }
        for (JsonNode code : value) {
            if (!code.isTextual() || field.choice(code.textValue()).isEmpty()) {
                return "unknown-choice";
            }
        }
        return null;
    }

    private static String number(FormField field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return "not-a-number";
        }
        if (field.minimum() != null && value.longValue() < field.minimum()) {
            return "too-small";
        }
        return field.maximum() != null && value.longValue() > field.maximum() ? "too-large" : null;
    }

    private static String place(JsonNode value) {
        if (!value.isObject()) {
            return "wrong-type";
        }
        String name = value.path("name").asText();
        if (name.isBlank()) {
            return "wrong-type";
        }
        return name.length() > 200 ? "place-too-long" : CONTROL.matcher(name).find() || name.indexOf('\n') >= 0 ? "control-characters" : null;
    }
}
