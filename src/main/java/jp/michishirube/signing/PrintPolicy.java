package jp.michishirube.signing;

import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code print} of municipality.yaml.
 *
 * @param card whether page one is a card to act on (default yes); no where the form itself is one page
 * @param plan  template of the plan below {@code reports/}, without suffix; the form's {@code x-report} goes first
 */
@PolicySection("print")
record PrintPolicy(String plan, Boolean card) {

    PrintPolicy {
        card = card == null || card;
        plan = plan == null || plan.isBlank() ? "plan-a" : plan;
    }
}
