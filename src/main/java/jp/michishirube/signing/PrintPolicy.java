package jp.michishirube.signing;

/**
 * Section {@code print} of municipality.yaml.
 *
 * @param plan  template of the plan below {@code reports/}, without suffix; the form's {@code x-report} goes first
 */
record PrintPolicy(String plan) {

    PrintPolicy {
        plan = plan == null || plan.isBlank() ? "plan-a" : plan;
    }
}
