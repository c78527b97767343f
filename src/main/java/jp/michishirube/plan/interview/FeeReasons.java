package jp.michishirube.plan.interview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import jp.michishirube.municipality.PolicySection;

/**
 * The fees of section {@code plan}, as {@code check-forms} reads them: a reason that no interview can have is a fee that is never paid.
 *
 * @throws IllegalArgumentException naming it
 */
@PolicySection("plan")
@JsonIgnoreProperties(ignoreUnknown = true)
record FeeReasons(Map<String, String> fees) {

    FeeReasons {
        List<String> known = EndInterview.REASONS.values().stream().flatMap(List::stream).sorted().toList();
        fees = fees == null ? Map.of() : fees;
        fees.keySet().stream().filter(r -> !known.contains(r)).sorted().findFirst().ifPresent(r -> {
            throw new IllegalArgumentException("fees: \"" + r + "\" is no reason of an interview without a plan; known are " + known);
        });
    }
}
