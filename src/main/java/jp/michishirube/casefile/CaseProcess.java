package jp.michishirube.casefile;

import java.util.Optional;
import java.util.Set;

/**
 * The port through which every room moves a case. Each call works within the caller's transaction: when that rolls back, the case
 * has not moved.
 */
public interface CaseProcess {

    /** Starts the life of a plan at {@code RosterReceived}. A case starts at most once. */
    void begin(CaseId caseId);

    /**
     * Ends the open step.
     *
     * @throws jp.michishirube.problem.Problem {@code stale-step} (409) when the case is not at that step (any more): the page was
     *                                         old, or someone else was first
     */
    void finish(CaseId caseId, Step step, Outcome outcome);

    /** The steps now open, normally one; empty while background work runs and after the end. */
    Set<Step> openSteps(CaseId caseId);

    /** Ends the running case at once, from wherever it is; does nothing when it has ended. */
    void stop(CaseId caseId, StopReason reason);

    /** @return the open work item of that step, if the case is there now */
    Optional<String> workItem(CaseId caseId, Step step);

    enum StopReason {
        /** Moved, died or entered a facility. */
        LEFT_ROSTER,
        /** The consent to plan making was withdrawn. */
        CONSENT_WITHDRAWN
    }
}
