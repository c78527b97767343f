package jp.michishirube.casefile;

/**
 * Ends a case as the process model says: called by the model's end events, and when a plan in force, which no process runs for any
 * more, ends too ({@link CaseProcess#stop}).
 */
public interface EndCase {

    void end(CaseId id, CaseState state);
}
