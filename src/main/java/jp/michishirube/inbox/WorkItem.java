package jp.michishirube.inbox;

import java.time.Instant;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;

/**
 * An open step of a case as a list shows it.
 *
 * @param taskId       the engine's id of the user task, opaque
 * @param party        in whose hands: OFFICE, CITY or COMMISSIONER
 * @param office       code of the case's office; null while unassigned
 * @param assignee     who has taken it; null while unclaimed
 * @param waitingSince when this party first got the case; never starts again on a return
 * @param paused       the due time stands still: an answer of the other side is waited for
 * @param returned     came back: to the office from the city or by the resident's objection, to the city after a revision
 */
public record WorkItem(
        String taskId, CaseId caseId, String caseNumber, String residentName, String residentKana, String area, Step step,
        String party, String office, String assignee, int priority, Instant createdAt, Instant dueAt, Instant waitingSince,
        boolean paused, boolean returned) {}
