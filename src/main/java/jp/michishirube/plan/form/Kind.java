package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What is particular to one kind of input: on the page, when it is kept, on paper, in a difference, in the API. A new kind is one class
 * of these, named in {@link FieldKind}. What is written here is right for a line of text.
 */
abstract class Kind {

    /** The {@code type} in the schema, and so in the API. */
    String type() {
        return "string";
    }

    /** How the page asks. */
    FieldKind.Look look() {
        return FieldKind.Look.LINE;
    }

    /** Keyboard of a tablet; null for the usual one. */
    String inputMode() {
        return null;
    }

    /** What stands in the input. */
    String input(JsonNode value) {
        return value.asText();
    }

    /** What a whole form posted without script means: its values, and the text beside a list. */
    JsonNode posted(List<String> values, String beside) {
        return TextNode.valueOf(values.isEmpty() ? "" : values.get(0));
    }

    /** Whether what was posted is what stood there. */
    boolean same(JsonNode posted, JsonNode was) {
        return posted.equals(was) || posted.asText().equals(was.asText()) && posted.isValueNode() && was.isValueNode() && posted.isNull() == was.isNull();
    }

    /** The value to keep; {@link NullNode} for none. What cannot be read stays as it is, for {@link #problem} to refuse. */
    abstract JsonNode normalise(FormField field, JsonNode raw);

    /** What is wrong with a value to keep, as a word; null for nothing. */
    abstract String problem(FormField field, JsonNode value, LocalDate today);

    /** As people read it. */
    String text(FormField field, JsonNode value, Locale locale) {
        return value.asText();
    }

    /** Room for a hand on the empty form. */
    abstract String space(FormField field);

    /** What stands beside the input, of what is kept: the era of a date, the name of a file. */
    String beside(FormField field, JsonNode value, Locale locale) {
        return "";
    }

    /** What stands in the text beside a list: a place that the list does not have. */
    String unlisted(JsonNode value) {
        return "";
    }

    /** What the value names, to be looked up before it is kept. */
    FieldKind.Target pointsAt() {
        return FieldKind.Target.NOTHING;
    }

    /** Where its files come from. */
    FieldKind.Source source() {
        return FieldKind.Source.NONE;
    }

    /**
     * What rules look at.
     *
     * @param answer null for none
     */
    List<AnswerFact> facts(JsonNode answer) {
        return List.of();
    }

    /** Words as a person writes them. */
    boolean words() {
        return false;
    }

    /** Compared word by word; else read whole: half of a telephone number struck out is no help. */
    boolean prose() {
        return false;
    }

    /** One value, that a reviewer may propose another for. */
    boolean single() {
        return true;
    }

    static boolean english(Locale locale) {
        return locale != null && "en".equals(locale.getLanguage());
    }

    static JsonNode emptyAsNull(JsonNode raw) {
        return raw.isTextual() && raw.textValue().isBlank() || raw.isObject() && raw.isEmpty() ? NullNode.instance : raw;
    }

    static JsonNode text(JsonNode raw, UnaryOperator<String> way) {
        if (!raw.isTextual()) {
            return raw;
        }
        String text = way.apply(raw.textValue());
        return text.isEmpty() ? NullNode.instance : TextNode.valueOf(text);
    }
}
