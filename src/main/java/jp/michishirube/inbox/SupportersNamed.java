package jp.michishirube.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.plan.versions.PlansNaming;
import org.springframework.stereotype.Component;

/** Which plans name a supporter by such a name. */
@Component
class SupportersNamed {

    private final PlansNaming plans;

    SupportersNamed(PlansNaming plans) {
        this.plans = plans;
    }

    /**
     * @param office of whose cases; null for the whole municipality
     * @param words  folded as a search folds; any of them
     * @return the supporter's name by the id of the case
     */
    Map<Long, String> naming(String office, List<String> words) {
        Map<Long, String> found = new HashMap<>();
        if (!words.isEmpty()) {
            plans.supporters(office, (caseId, name) -> {
                String folded = Folded.of(name);
                if (words.stream().anyMatch(folded::contains)) {
                    found.putIfAbsent(caseId.value(), name);
                }
            });
        }
        return found;
    }
}
