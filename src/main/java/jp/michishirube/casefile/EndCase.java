package jp.michishirube.casefile;

/** Ends a case as the process model says: called by the model's end events alone. */
public interface EndCase {

    void end(CaseId id, CaseState state);
}
