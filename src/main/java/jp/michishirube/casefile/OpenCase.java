package jp.michishirube.casefile;

import java.util.List;

/** Opens cases of residents and begins their processes. */
public interface OpenCase {

    /**
     * @param resident stored under its city number: known ones are updated
     * @param office   who makes the plan; null when not assigned yet
     * @param priority 1 (first) to 9
     */
    record Opening(Resident resident, String office, int priority) {}

    /** @return the new case, or the running one of that resident: one person never has two running cases */
    CaseFile open(Resident resident, String office, int priority);

    /**
     * Many at once: as many statements for a hundred as for one. All of them or none.
     *
     * @param openings each resident once
     * @return the new or running cases, in the same order
     */
    List<CaseFile> open(List<Opening> openings);

    /**
     * Stores what the roster says of a resident, known by city number.
     *
     * @return the resident's id
     */
    long put(Resident resident);

    /**
     * A new case of the same resident, at the same office, after one that ended; the timelines of both say so. It is not begun yet.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another one runs already
     */
    CaseFile anew(CaseFile ended);
}
