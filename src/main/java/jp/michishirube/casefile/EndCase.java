package jp.michishirube.casefile;

/**
 * Ends a case as the process model says: called by the model's end events, and for a plan in force, which no process runs for any
 * more, by the withdrawal of the consent to its making.
 */
public interface EndCase {

    void end(CaseId id, CaseState state);
}
