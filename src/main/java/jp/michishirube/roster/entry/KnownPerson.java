package jp.michishirube.roster.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An entry as it stands, about to be changed. */
public record KnownPerson(long id, String cityNumber, Map<String, String> data, Long caseId, boolean listed) {

    /** What the file says, over what it does not speak of; what it only spells differently stays as it was. */
    public Map<String, String> with(Map<String, String> said) {
        Map<String, String> merged = new LinkedHashMap<>(data);
        said.forEach((key, value) -> {
            if (!SameValue.is(key, data.getOrDefault(key, ""), value)) {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** Keys whose value would change. */
    Set<String> changes(Map<String, String> said) {
        Set<String> keys = new TreeSet<>();
        said.forEach((key, value) -> {
            if (!SameValue.is(key, data.getOrDefault(key, ""), value)) {
                keys.add(key);
            }
        });
        return keys;
    }
}
