package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A question in the context of the answers of one plan.
 *
 * @param row     the row it is a cell of; null outside rows
 * @param value   what is kept, whether it applies or not; null for nothing
 * @param applies its own condition, its group's and its section's hold
 * @param rows    of a group; else empty
 */
public record AskedQuestion(Address address, FormField field, AskedRow.Place row, JsonNode value, boolean applies, List<AskedRow> rows) {

    /** It applies and something is answered. Everything that shows, prints, sends or compares a plan asks this. */
    public boolean isAnswered() {
        return applies && (field.isGroup() ? rows.stream().anyMatch(r -> !r.isEmpty()) : !Answers.isEmpty(value));
    }

    /** The answer where it applies; null for none. */
    public JsonNode answer() {
        return applies ? value : null;
    }

    /** As people read it; empty where nothing is answered or it does not apply. */
    public String text(Locale locale) {
        return isAnswered() ? AnswerText.of(field, value, locale) : "";
    }

    /** Itself, then the cells of its rows. */
    public Stream<AskedQuestion> withCells() {
        return Stream.concat(Stream.of(this), rows.stream().flatMap(r -> r.questions().stream()));
    }
}
