package jp.michishirube.roster.mapping;

import java.util.Map;

/**
 * What one of their columns is used for.
 *
 * @param column  index in their row
 * @param heading as it stands in their file
 * @param target  our key; empty for a column that a person has decided not to use
 * @param codes   value in the column → meaning, see {@link Meanings}
 */
public record Use(int column, String heading, String target, Map<String, String> codes) {

    public Use {
        codes = codes == null ? Map.of() : Map.copyOf(codes);
    }

    public boolean isUsed() {
        return !target.isEmpty();
    }

    Use at(int index) {
        return new Use(index, heading, target, codes);
    }

    public Use meaning(Map<String, String> codes) {
        return new Use(column, heading, target, codes);
    }
}
