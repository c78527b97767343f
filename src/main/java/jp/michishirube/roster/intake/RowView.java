package jp.michishirube.roster.intake;

import java.util.List;
import java.util.Map;
import jp.michishirube.roster.entry.Verdict;

/**
 * A row of the preview.
 *
 * @param before values as known, for those keys that change
 * @param after  values as the file says, same keys
 */
record RowView(
        long line, Verdict verdict, Map<String, String> data, List<Finding> problems, List<Finding> notes, int priority, boolean eligible,
        List<String> reasons, Long otherLine, String decision, Map<String, String> before, Map<String, String> after) {

    /** One value that is wrong or wants a look. */
    record Finding(String column, String value, String kind) {}

    String get(String key) {
        return data.getOrDefault(key, "");
    }

    /** For the page's list of a gone person, whose row has no values of its own. */
    public String shown(String key) {
        String said = get(key);
        return said.isEmpty() ? before.getOrDefault(key, "") : said;
    }
}
