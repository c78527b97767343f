package jp.michishirube.casefile;

/** Opens the case of a resident and begins its process. */
public interface OpenCase {

    /**
     * @param resident stored under its city number: known ones are updated
     * @param office   who makes the plan; null when not assigned yet
     * @return the new case, or the running one of that resident: one person never has two running cases
     */
    CaseFile open(Resident resident, String office, int priority);

    /**
     * Stores what the roster says of a resident, known by city number.
     *
     * @return the resident's id
     */
    long put(Resident resident);
}
