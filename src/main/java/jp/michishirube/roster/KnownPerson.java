package jp.michishirube.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An entry as it stands, about to be changed. */
record KnownPerson(long id, String cityNumber, Map<String, String> data, Long caseId, boolean listed) {

    /** What the file says, over what it does not speak of. */
    Map<String, String> with(Map<String, String> said) {
        Map<String, String> merged = new LinkedHashMap<>(data);
        merged.putAll(said);
        return merged;
    }

    /** Keys whose value would change. */
    Set<String> changes(Map<String, String> said) {
        Set<String> keys = new TreeSet<>();
        said.forEach((key, value) -> {
            if (!value.equals(data.getOrDefault(key, ""))) {
                keys.add(key);
            }
        });
        return keys;
    }
}
