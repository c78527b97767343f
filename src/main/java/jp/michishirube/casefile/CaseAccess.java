package jp.michishirube.casefile;

/**
 * The one door to a case for people and systems who work on it: looks the case up, decides whether the asker may, and leaves a line
 * of who read what. Whether a <em>recipient</em> may have data is not decided here but by {@code consent}.
 */
public interface CaseAccess {

    /**
     * @param what what is read or done, such as {@code plan}, {@code timeline}; goes into the access log
     * @throws jp.michishirube.problem.Problem {@code case-not-found} (404), also for a case of another office: its existence is not told
     */
    CaseFile open(CaseNumber number, String what);

    /**
     * The same case for a page that was opened already and asks how it stands: no line is left, and nothing of the resident may be shown.
     */
    CaseFile look(CaseNumber number);

    /**
     * The same, for an act of the given step: only a person whose role works on it ({@code not-your-step}, 403), never a system
     * ({@code person-needed}, 403).
     */
    CaseFile openForStep(CaseNumber number, Step step);

    /** Published for each read; the privacy room keeps it. */
    record CaseRead(CaseId caseId, String personId, String what) {}
}
