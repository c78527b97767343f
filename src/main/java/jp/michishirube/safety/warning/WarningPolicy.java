package jp.michishirube.safety.warning;

import java.util.List;
import java.util.Map;
import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code warnings} of {@code municipality.yaml}.
 *
 * @param rivers    rivers that may reach the municipality, by their twelve digits. Where some are named, a telegram of another one counts only when it
 *                  names the municipality itself
 * @param districts 町 behind a district in the words of a river's office, where its name alone does not say it
 */
@PolicySection("warnings")
public record WarningPolicy(Map<String, River> rivers, Map<String, List<String>> districts) {

    /** @param areas 町 that it may reach, where a telegram does not say it; none for the whole municipality */
    public record River(String name, List<String> areas) {

        public River {
            areas = areas == null ? List.of() : List.copyOf(areas);
        }
    }

    public WarningPolicy {
        rivers = rivers == null ? Map.of() : Map.copyOf(rivers);
        districts = districts == null ? Map.of() : Map.copyOf(districts);
        if (!rivers.keySet().stream().allMatch(code -> code.matches("\\d{12}"))) {
            throw new IllegalArgumentException("warnings: a river is called by the twelve digits of its 予報区域");
        }
    }
}
