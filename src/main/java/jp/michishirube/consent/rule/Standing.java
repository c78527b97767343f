package jp.michishirube.consent.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Where one purpose of one resident stands: its newest decision. A projection of the append-only records, rebuilt by
 * {@link #replay} to the same result in whatever order they arrived.
 *
 * @param since      event time of the decision; messages that arrive late do not overtake a newer one
 * @param validUntil null for no end
 * @param recipients to whom, as agreed
 * @param items      which data, as agreed; see {@link Items}
 * @param notice     the text that was seen; null for a withdrawal or an end by time
 */
public record Standing(
        long recordId, EventType state, Instant since, Instant validUntil, Set<Party.Kind> recipients, Set<String> items, NoticeRef notice) {

    private static final Comparator<Standing> ORDER = Comparator.comparing(Standing::since).thenComparing(Standing::recordId);

    public Standing {
        recipients = Set.copyOf(recipients);
        items = Set.copyOf(items);
    }

    /** Asking is not answering: a request (for a renewal, say) leaves the answer that stands. */
    static Optional<Standing> replay(Collection<Standing> records) {
        return records.stream().filter(r -> r.state != EventType.REQUESTED).max(ORDER);
    }

    boolean isOvertakenBy(Standing other) {
        return other.state != EventType.REQUESTED && ORDER.compare(this, other) < 0;
    }

    public boolean hasExpired(Instant now) {
        return state == EventType.EXPIRED || state.allows() && validUntil != null && !now.isBefore(validUntil);
    }

    /** Whether it allows anything at that time. A decision that lies in the future allows nothing yet. */
    public boolean allows(Instant now) {
        return state.allows() && !now.isBefore(since) && !hasExpired(now);
    }

    public boolean isRefusal() {
        return state == EventType.REFUSED || state == EventType.WITHDRAWN;
    }
}
