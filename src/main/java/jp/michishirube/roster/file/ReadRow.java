package jp.michishirube.roster.file;

import java.util.List;
import java.util.Map;

/**
 * A row understood: values by our keys, and what is wrong with it.
 *
 * @param values   only the keys that the file has a column for; empty text where the cell was empty
 * @param problems non-empty: the row is not taken in
 * @param notes    things a person should look at, although the row is taken in
 * @param noPerson the row is a sum or a remark of the list, and nobody stands in it
 */
public record ReadRow(long line, Map<String, String> values, List<Finding> problems, List<Finding> notes, boolean noPerson) {

    /** @param column our key, or empty when the whole row is meant */
    public record Finding(String column, String value, String kind) {}

    /** Characters that stand where an exporter had no code for a rare one (外字): the value is kept, and a person is told. */
    public static boolean hasPlaceholder(String value) {
        return value.codePoints().anyMatch(c -> c == '〓' || c == '□' || c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000);
    }

    /** In a name alone: programs write ? or ■ for a character that the encoding of the file lacks. */
    public static boolean isLossyName(String name) {
        return name.codePoints().anyMatch(c -> "?？■●＊*".indexOf(c) >= 0);
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** @return null when the row has none that can be read */
    public BirthDate birthDate() {
        return get("birthDate").isEmpty() ? null : BirthDate.of(get("birthDate"));
    }
}
