package jp.michishirube.signing;

import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code print} of municipality.yaml.
 *
 * @param plan  template of the plan below {@code reports/}, without suffix; the form's {@code x-report} goes first
 */
@PolicySection("print")
record PrintPolicy(String plan) {

    PrintPolicy {
        plan = plan == null || plan.isBlank() ? "plan-a" : plan;
    }
}
