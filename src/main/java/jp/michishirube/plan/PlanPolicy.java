package jp.michishirube.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Section {@code plan} of {@code municipality.yaml}.
 *
 * @param hazards     keys of the hazards that the municipality plans for
 * @param photoPixels longer side of a kept photo
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlanPolicy(List<String> hazards, Integer photoPixels) {

    PlanPolicy {
        hazards = hazards == null ? List.of() : hazards;
        photoPixels = photoPixels == null ? 1600 : photoPixels;
    }
}
