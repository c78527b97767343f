package jp.michishirube.casefile;

import java.util.List;
import java.util.Set;

/**
 * The port through which every room moves a case. Each call works within the caller's transaction: when that rolls back, the case
 * has not moved.
 */
public interface CaseProcess {

    /** Starts the lives of plans at {@code RosterReceived}, of all these cases or of none. A case starts at most once. */
    void begin(List<CaseFile> cases);

    /**
     * Ends the open step.
     *
     * @throws jp.michishirube.problem.Problem {@code stale-step} (409) when the case is not at that step (any more): the page was
     *                                         old, or someone else was first; {@code step-of-colleague} (409) when a person asks and
     *                                         somebody else has taken the step
     */
    void finish(CaseId caseId, Step step, Outcome outcome);

    /**
     * Lets the interview rest (in hospital, cannot be reached) and opens it again at that time, or when {@link #resume} is called.
     */
    void rest(CaseId caseId, java.time.Instant until);

    /** Ends the rest now; does nothing when the case does not rest. */
    void resume(CaseId caseId);

    /**
     * Puts a look at the place and the way ({@link Step#CHECK_WAY}) into the list of the case's office, also when its plan is in force
     * and nothing runs any more; does nothing when it is there already.
     */
    void checkWay(CaseId caseId);

    /** Whether the interview rests until a day. */
    boolean rests(CaseId caseId);

    /** The steps now open, normally one; empty while background work runs and after the end. */
    Set<Step> openSteps(CaseId caseId);

    /** Ends the case at once, from wherever it is, and a plan in force too; does nothing when the case has ended without one. */
    void stop(CaseId caseId, StopReason reason);

    /**
     * Takes a plan that was handed in back to its office ({@link Step#REVISE_PLAN}), from its check, seal, signature or the question about
     * sharing: what lies there is not any more what was handed in.
     *
     * @return false when the case waits for none of these
     */
    boolean backToOffice(CaseId caseId);

    /** Gives the open work item to a person, or to nobody ({@code null}). */
    void assign(String taskId, String personId);

    /** Where the case is now in the model: ids of nodes, background ones too. */
    Set<String> currentNodes(CaseId caseId);

    enum StopReason {
        /** Moved, died or entered a facility. */
        LEFT_ROSTER,
        /** The consent to plan making was withdrawn. */
        CONSENT_WITHDRAWN
    }
}
