package jp.michishirube.casefile;

/** Brings the head of a case, running or ended, to what the roster now says of its resident. */
public interface CorrectCase {

    /**
     * Also the city number may change, where the resident had none of the city's before. Publishes {@link ResidentChanged}.
     *
     * @param resident what the roster says; its id is not looked at
     */
    void correct(CaseId id, Resident resident, int priority);
}
