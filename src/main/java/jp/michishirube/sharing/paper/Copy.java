package jp.michishirube.sharing.paper;

import java.time.Instant;
import java.util.Set;
import jp.michishirube.casefile.CaseId;

/**
 * One sheet of paper, or a few stapled together, that holds a plan or a part of it.
 *
 * @param no      within its case, printed on it
 * @param version of the plan
 * @param holder  for whom it was printed, as the resident knows them
 * @param fields  what is on it
 * @param seenAt  when the holder last showed it; null for never
 */
public record Copy(long id, CaseId caseId, int no, long deliveryId, int version, String holder, Set<String> fields, Instant printedAt, Instant handedAt,
                   Instant endedAt, Ended ended, Instant seenAt) {

    public enum How { IN_PERSON, POST }

    public enum Ended {
        /** Back with the office or the city. */
        RETURNED,
        DESTROYED,
        /** Nobody knows where it is. */
        LOST
    }

    public enum State { PRINTED, HANDED, RETURNED, DESTROYED, LOST }

    public State state() {
        return ended != null ? State.valueOf(ended.name()) : handedAt != null ? State.HANDED : State.PRINTED;
    }

    /** Out in the world, or nobody knows. */
    public boolean isOut() {
        return handedAt != null && (ended == null || ended == Ended.LOST);
    }
}
