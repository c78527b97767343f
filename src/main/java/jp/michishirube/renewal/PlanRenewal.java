package jp.michishirube.renewal;

import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.CaseId;

/**
 * One look at a plan in force, from its proposal to its end.
 *
 * @param formerVersion that was in force when it was proposed
 * @param decision      null until the office decides
 * @param sections      which a small one concerns, as addresses of the form; empty for the others
 * @param outcome       null while it lasts
 * @param newVersion    that came into force; null for every other outcome
 */
record PlanRenewal(
        long id, CaseId caseId, int formerVersion, Instant proposedAt, Decision decision, List<String> sections, Instant decidedAt, String decidedBy,
        Outcome outcome, Integer newVersion, Instant endedAt) {

    /** Words under {@code renewal.decision.<name>}. */
    enum Decision {
        /** Nothing changed: said by somebody who was asked. */
        UNCHANGED,
        /** Some parts of the plan. */
        SMALL,
        FULL
    }

    /** Words under {@code renewal.outcome.<name>}. */
    enum Outcome {
        UNCHANGED,
        /** A new version came into force. */
        REPLACED,
        /** The plan is in force no more. */
        STOPPED
    }

    boolean isOpen() {
        return outcome == null;
    }
}
