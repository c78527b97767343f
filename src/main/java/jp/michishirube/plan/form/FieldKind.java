package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of input a form may use; the word in {@code x-kind} is {@link #word()}. What is particular to one stands in its {@link Kind}. */
public enum FieldKind {
    TEXT("text", new TextKind()), LONG_TEXT("longText", new TextKind.Lines()), KANA("kana", ShapedKind.kana()), DATE("date", new DateKind()),
    PHONE("phone", ShapedKind.phone()), EMAIL("email", ShapedKind.email()), POSTAL_CODE("postalCode", ShapedKind.postalCode()),
    ADDRESS("address", new TextKind.Street()), CHOICE("choice", new ChoiceKind()), CHOICES("choices", new ChoiceKind.Many()),
    YES_NO("yesNo", new YesNoKind()), NUMBER("number", new NumberKind()),
    /** Person or organisation: a choice that other inputs of the row follow. */
    PARTY("party", new ChoiceKind()), GROUP("group", new GroupKind()), PLACE("place", new PlaceKind()), PHOTO("photo", new FileKind()),
    DRAWING("drawing", new FileKind()), FILE("file", new FileKind());

    /** How the page asks: a line, a box of lines, one of several, several, yes or no, a list with a text beside it, a file, rows. */
    public enum Look { LINE, LINES, CHOICE, CHOICES, YES_NO, PLACE, FILE, GROUP }

    private final String word;
    private final Kind kind;

    FieldKind(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    public String word() {
        return word;
    }

    /** The {@code type} that the schema gives it. */
    public String type() {
        return kind.type();
    }

    public Look look() {
        return kind.look();
    }

    /** Keyboard of a tablet; null for the usual one. */
    public String inputMode() {
        return kind.inputMode();
    }

    /** What stands in the input of the page; empty for nothing. */
    public String input(JsonNode value) {
        return value == null || value.isNull() ? "" : kind.input(value);
    }

    /**
     * What a whole form posted without script means.
     *
     * @param beside the text beside a list; null for none
     */
    public JsonNode posted(List<String> values, String beside) {
        return kind.posted(values, beside);
    }

    /** Whether the posted value, normalised, is what stood there. */
    public boolean same(JsonNode posted, JsonNode was) {
        return kind.same(posted, was);
    }

    /** @return the value to keep, {@link NullNode} for none; what cannot be read stays as it is, to be refused */
    public JsonNode normalise(FormField field, JsonNode raw) {
        return raw == null || raw.isNull() ? NullNode.instance : kind.normalise(field, raw);
    }

    /** @return what is wrong with a value to keep, as a word of the messages; null for nothing */
    String problem(FormField field, JsonNode value, LocalDate today) {
        return kind.problem(field, value, today);
    }

    /** As people read it. */
    String text(FormField field, JsonNode value, Locale locale) {
        return kind.text(field, value, locale);
    }

    /** Room for a hand, or boxes to tick, on the empty form. */
    public String space(FormField field) {
        return kind.space(field);
    }

    /** Compared word by word in a difference; else read whole. */
    public boolean isProse() {
        return kind.prose();
    }

    /** One value, that a reviewer may propose another for. */
    public boolean isSingle() {
        return kind.single();
    }

    /** Words as a person writes them; a date is written, too, but kept as a date. */
    public boolean isText() {
        return kind instanceof TextKind && this != DATE;
    }

    public boolean isAttachment() {
        return kind instanceof FileKind;
    }

    public boolean hasChoices() {
        return kind instanceof ChoiceKind;
    }

    public static Optional<FieldKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
}
