package jp.michishirube.municipality;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Section {@code due} of {@code municipality.yaml}.
 *
 * @param days          working days allowed per step, by the id of the step in {@code processes/}
 * @param remindBefore  working days before the due time when the person is reminded
 * @param escalateAfter working days after the due time when the leaders are told
 */
@PolicySection("due")
record DuePolicy(Map<String, Integer> days, Integer remindBefore, Integer escalateAfter) {

    private static final Map<String, Integer> DAYS = Map.of("ObtainCreationConsent", 15, "InterviewResident", 20, "ConfirmPlan", 5,
            "ReviewPlan", 5, "RevisePlan", 5, "SignPlan", 10, "ObtainSharingConsent", 5);
    private static final int OTHER_STEPS = 10;

    DuePolicy {
        Map<String, Integer> all = new HashMap<>();
        DAYS.forEach((step, n) -> all.put(key(step), n));
        if (days != null) {
            days.forEach((step, n) -> all.put(key(step), n));
        }
        days = Map.copyOf(all);
        remindBefore = remindBefore == null ? 2 : remindBefore;
        escalateAfter = escalateAfter == null ? 3 : escalateAfter;
    }

    int of(String step) {
        return days.getOrDefault(key(step), OTHER_STEPS);
    }

    /** {@code REVIEW_PLAN} and {@code ReviewPlan} are the same step. */
    private static String key(String step) {
        return step.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
