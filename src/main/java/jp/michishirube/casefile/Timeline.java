package jp.michishirube.casefile;

import java.util.List;
import java.util.Map;

/** What happened in a case, appended and never changed. The audit that lasts; the engine's history does not. */
public interface Timeline {

    /**
     * @param kind    stable name of the event, sentence under {@code timeline.<kind>}, such as {@code plan-submitted}
     * @param details small values for the sentence: versions, codes, counts. No personal data, except the name of who received or handed on something.
     */
    void append(CaseId caseId, String kind, Map<String, String> details);

    default void append(CaseId caseId, String kind) {
        append(caseId, kind, Map.of());
    }

    /** The same event in many cases at once. */
    void append(String kind, Map<CaseId, Map<String, String>> details);

    /** Oldest first. */
    List<TimelineEntry> of(CaseId caseId);
}
