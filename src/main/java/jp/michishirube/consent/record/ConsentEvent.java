package jp.michishirube.consent.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Standing;

/**
 * One appended event of a consent, with the fields of ISO/IEC TS 27560:2023 that are ours to keep; the rest follows from the notice.
 *
 * @param id       0 before it is appended
 * @param act      decisions made together share it
 * @param caseId   null when the city OS told us before a case began
 * @param prior    the record that this one ends or renews
 */
public record ConsentEvent(
        long id, UUID act, long residentId, Long caseId, Purpose purpose, EventType type, Instant at, Instant validUntil,
        NoticeRef notice, String noticeHash, Set<String> items, Set<Party.Kind> recipients, String provider, String receiver,
        String readerGround, Giver giver, Long scanId, Long prior, String reason, String messageId, Recorder recorder) {

    public record Giver(GivenBy by, String name, String relation, String ground, Channel channel, String witness, String explainedBy) {}

    public record Recorder(String id, String name, Instant at) {}

    public ConsentEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);   // as the database keeps it: the order of decisions must be the same in both
        items = Set.copyOf(items);
        recipients = Set.copyOf(recipients);
    }

    Standing standing() {
        return new Standing(id, type, at, validUntil, recipients, items, notice);
    }
}
