package jp.michishirube.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A person whose case ended without a plan may say yes later. The plan's new life is a new case: what the ended one says of its own time
 * stays true, and nothing of it is mixed with the new.
 */
@Component
public class NewLife {

    /** Ends that were the person's own wish. Who left the roster or was not eligible comes back by the roster. */
    private static final Set<CaseState> BY_WISH = EnumSet.of(CaseState.CREATION_REFUSED, CaseState.INFORMATION_ONLY);

    private final CaseFiles cases;
    private final OpenCase open;
    private final CaseProcess process;
    private final ObjectProvider<Listing> listings;

    NewLife(CaseFiles cases, OpenCase open, CaseProcess process, ObjectProvider<Listing> listings) {
        this.cases = cases;
        this.open = open;
        this.process = process;
        this.listings = listings;
    }

    /** Whether the resident of a case is still one whom a plan is for. */
    public interface Listing {

        boolean lists(CaseId caseId);
    }

    /** Whether a yes would begin anew after this case: it is the resident's newest, and ended by the person's wish. */
    public boolean possible(CaseFile ended) {
        return BY_WISH.contains(ended.state()) && cases.latestOf(ended.resident().id()).filter(c -> c.id().equals(ended.id())).isPresent()
                && listings.stream().allMatch(l -> l.lists(ended.id()));
    }

    /**
     * The same for a yes after which no other decision is recorded: said before the case ended, it is the one that the person took back
     * with words at the interview.
     */
    public boolean possible(CaseFile ended, Instant saidAt) {
        return possible(ended) && !saidAt.isBefore(ended.endedAt());
    }

    /** Opens the new case, not begun yet: first the yes is recorded in it, then {@link #begin} lets it go on from there. */
    public CaseFile open(CaseFile ended) {
        return open.anew(ended);
    }

    public void begin(CaseFile fresh) {
        process.begin(java.util.List.of(fresh));
    }
}
