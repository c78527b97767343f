package jp.michishirube.consent.rule;

import java.time.Instant;
import java.util.List;

/**
 * What the municipality has laid down, held in memory: its policy, and which notice versions changed in substance.
 */
public record Rules(ConsentPolicy policy, List<MaterialVersion> material) {

    /** A version marked {@code material}: from then on a yes to an older version of the same notice no longer counts. */
    public record MaterialVersion(String noticeId, int version, Instant from) {}

    public Rules {
        material = List.copyOf(material);
    }

    public boolean lets(Standing standing, Instant now) {
        return standing.allows(now) && !isOutdated(standing.notice(), now);
    }

    public boolean isOutdated(NoticeRef seen, Instant now) {
        return seen == null || material.stream().anyMatch(
                m -> m.noticeId().equals(seen.id()) && m.version() > seen.version() && !now.isBefore(m.from()));
    }
}
