package jp.michishirube.plan.kept;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Period;
import java.util.List;
import java.util.Map;
import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code plan} of {@code municipality.yaml}.
 *
 * @param hazards     keys of the hazards that the municipality plans for
 * @param photoPixels longer side of a kept photo
 * @param fees        fee category of the contract by the reason of an interview that gave no plan; a reason left out has none
 * @param reviewAfter how long after it is made a plan is looked at again; null where no day is proposed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@PolicySection("plan")
public record PlanPolicy(List<String> hazards, Integer photoPixels, Map<String, String> fees, Period reviewAfter) {

    public PlanPolicy {
        hazards = hazards == null ? List.of() : hazards;
        fees = fees == null ? Map.of() : fees;
        photoPixels = photoPixels == null ? 1600 : photoPixels;
    }
}
