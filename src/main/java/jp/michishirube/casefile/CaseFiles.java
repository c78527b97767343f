package jp.michishirube.casefile;

import java.util.List;
import java.util.Optional;

/** The cases themselves, without asking who reads: for background steps and for rooms that have asked {@link CaseAccess} before. */
public interface CaseFiles {

    Optional<CaseFile> find(CaseId id);

    Optional<CaseFile> find(CaseNumber number);

    /** @throws IllegalArgumentException when there is none: the caller holds an id that was real */
    default CaseFile get(CaseId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no case " + id.value()));
    }

    /**
     * Keeps others who act on this case waiting until the transaction ends. Taken before any other lock that belongs to the case (its
     * draft, its work item), or two people at once may wait for each other for ever.
     */
    void hold(CaseId id);

    /** The running or newest case of the resident. */
    Optional<CaseFile> latestOf(long residentId);

    /** All cases of the resident, oldest first. */
    List<CaseFile> ofResident(long residentId);

    /** Moves the case to another office with its open work; the timeline tells it. */
    void assign(CaseId id, String office, String reason);
}
