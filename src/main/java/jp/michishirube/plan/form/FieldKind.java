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
    PARTY("party", new ChoiceKind.Party()), GROUP("group", new GroupKind()), PLACE("place", new PlaceKind()), PHOTO("photo", new FileKind(Source.CAMERA)),
    DRAWING("drawing", new FileKind(Source.PEN)), FILE("file", new FileKind(Source.ANY));

    /**
     * How the page asks: a line, a line with the date in words beside it, a box of lines, one of several, one that the row follows,
     * several, yes or no, a list with a text beside it, a file, rows.
     */
    public enum Look { LINE, DATE, LINES, CHOICE, PARTY, CHOICES, YES_NO, PLACE, FILE, GROUP }

    /** What a value names by its id: it is kept as the list or the case knows it, never as its sender says. */
    public enum Target {
        NOTHING(null), PLACE("unknown-place"), FILE("not-a-file");

        private final String unknown;

        Target(String unknown) {
            this.unknown = unknown;
        }

        /** The problem when there is no such place or file. */
        public String unknown() {
            return unknown;
        }
    }

    /** Where the file of an attachment comes from: nowhere, a camera, a pen on the page, or anywhere, documents too. */
    public enum Source {
        NONE, CAMERA, PEN, ANY;

        public boolean isPicture() {
            return this == CAMERA || this == PEN;
        }
    }

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

    /** Words as a person writes them. */
    public boolean isText() {
        return kind.words();
    }

    public boolean isAttachment() {
        return kind.pointsAt() == Target.FILE;
    }

    public boolean isPlace() {
        return kind.pointsAt() == Target.PLACE;
    }

    public Target pointsAt() {
        return kind.pointsAt();
    }

    public Source source() {
        return kind.source();
    }

    /** What stands beside the input, of what is kept: the era of a date, the name of a file; empty for nothing. */
    public String beside(FormField field, JsonNode value, Locale locale) {
        return Answers.isEmpty(value) ? "" : kind.beside(field, value, locale);
    }

    /** What stands in the text beside a list; empty where the value is of the list. */
    public String unlisted(JsonNode value) {
        return value == null || value.isNull() ? "" : kind.unlisted(value);
    }

    /**
     * What rules look at in an answer.
     *
     * @param answer null where none is given: that can be a fact too
     */
    public List<AnswerFact> facts(JsonNode answer) {
        return kind.facts(answer);
    }

    public boolean hasChoices() {
        return kind instanceof ChoiceKind;
    }

    public static Optional<FieldKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
}
