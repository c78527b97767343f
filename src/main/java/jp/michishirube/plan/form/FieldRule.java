package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import jp.michishirube.problem.FieldProblem;

/** Whether a normalised answer may be kept. Emptiness is never wrong here: that is {@link Completeness}'s question. */
public final class FieldRule {

    private FieldRule() {}

    public static Optional<FieldProblem> problem(FormField field, String address, JsonNode value, LocalDate today) {
        String kind = value == null || value.isNull() ? null : field.kind().problem(field, value, today);
        return Optional.ofNullable(kind).map(k -> new FieldProblem(address, k, args(field, k)));
    }

    private static Object[] args(FormField field, String kind) {
        return switch (kind) {
            case "too-long" -> new Object[] {TextKind.limit(field)};
            case "too-small" -> new Object[] {field.minimum()};
            case "too-large" -> new Object[] {field.maximum()};
            default -> new Object[0];
        };
    }
}
