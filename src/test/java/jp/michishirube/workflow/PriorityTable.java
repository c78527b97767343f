package jp.michishirube.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.roster.priority.Priority;
import org.springframework.core.io.FileSystemResource;

/** A decision table under test, and which of its reasons were met. */
final class PriorityTable {

    private final DmnPriorityRules rules;
    private final Path file;
    private final Set<String> met = new HashSet<>();

    PriorityTable(String path) {
        file = Path.of(path);
        rules = new DmnPriorityRules(new FileSystemResource(file));
    }

    /** @param facts such as {@code hazard=true care=4 intellectual=A}, {@code ?} for what nobody knows; the rest is as for somebody with nothing */
    Priority of(String facts) {
        Map<String, Object> all = new HashMap<>();
        for (String flag : new String[] {"facility", "hazard", "flood", "landslide", "ventilator", "equipment", "intractable", "livingAlone"}) {
            all.put(flag, false);
        }
        for (String number : new String[] {"care", "support", "body", "supportGrade", "mental", "age"}) {
            all.put(number, 0);
        }
        all.put("intellectual", "");
        for (String fact : facts.isEmpty() ? new String[0] : facts.split(" ")) {
            String[] pair = fact.split("=");
            Object value = pair[1].matches("\\d+") ? Integer.valueOf(pair[1]) : pair[1].matches("true|false") ? Boolean.valueOf(pair[1]) : pair[1];
            all.put(pair[0], value.equals("?") ? null : value);
        }
        all.put("hazardJudged", all.get("hazard") != null);
        Priority priority = rules.of(all);
        met.addAll(priority.reasons());
        return priority;
    }

    /** Reasons that no test has met: each is a rule nobody walked. */
    Set<String> unmet() throws IOException {
        Set<String> unmet = new HashSet<>();
        Matcher reasons = Pattern.compile("-reason\"><text>\"(.*?)\"</text>").matcher(Files.readString(file));
        while (reasons.find()) {
            unmet.add(reasons.group(1));
        }
        unmet.removeAll(met);
        return unmet;
    }
}
