package jp.michishirube.plan.form;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of input a form may use; the word in {@code x-kind} is {@link #word()}. */
public enum FieldKind {
    TEXT("text"), LONG_TEXT("longText"),
    /** Full-width katakana; hiragana and half-width kana are converted. */
    KANA("kana"),
    /** ISO date in the answers; people may type eras. */
    DATE("date"),
    PHONE("phone"), EMAIL("email"), POSTAL_CODE("postalCode"), ADDRESS("address"),
    /** One of {@link FormField#choices()}, kept as its code. */
    CHOICE("choice"),
    /** Array of codes. */
    CHOICES("choices"),
    YES_NO("yesNo"),
    /** Whole number in {@link FormField#unit()}. */
    NUMBER("number"),
    /** Person or organisation: a choice that other inputs of the row follow. */
    PARTY("party"),
    /** Array of rows, each with a stable {@code _key}. */
    GROUP("group"),
    /** Object with {@code name} and, when taken from the list, {@code id, address, lat, lon, designated}. */
    PLACE("place"),
    /** Object with the number of an attachment: a photo, a drawing or any accepted file. */
    PHOTO("photo"), DRAWING("drawing"), FILE("file");

    private final String word;

    FieldKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isText() {
        return this == TEXT || this == LONG_TEXT || this == KANA || this == PHONE || this == EMAIL || this == POSTAL_CODE
                || this == ADDRESS;
    }

    public boolean isAttachment() {
        return this == PHOTO || this == DRAWING || this == FILE;
    }

    public boolean hasChoices() {
        return this == CHOICE || this == CHOICES || this == PARTY;
    }

    static Optional<FieldKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
}
