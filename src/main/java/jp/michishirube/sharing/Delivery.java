package jp.michishirube.sharing;

import java.time.Instant;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;

/**
 * One plan version to one recipient.
 *
 * @param key    by which the receiver knows it; tells nothing by itself
 * @param ground on which it may go or may not, as last asked; null before
 * @param fields that may go, as last asked
 * @param handedAt when the first copy was handed over; null for one that never was, and for ways without paper
 */
record Delivery(
        long id, CaseId caseId, int version, Recipient recipient, String key, State state, Ground ground, Long recordId,
        Set<String> fields, Instant deliveredAt, Instant recalledAt, Instant paperBackAt, Instant handedAt) {

    enum State {
        WAITING,
        /** Asked, and refused: nothing went. */
        NOT_ALLOWED,
        /** Arrived, the line in the disclosure log is still to be written. */
        SENT,
        /** On paper: may be printed and handed over; nothing is with the recipient yet. */
        READY,
        DELIVERED,
        /** Ended before anything went. */
        STOPPED,
        /** To be taken back; the receiver has not confirmed yet. */
        RECALLING,
        RECALLED;

        /** Nothing is with the recipient and nothing is under way. */
        boolean isOver() {
            return this == NOT_ALLOWED || this == STOPPED || this == RECALLED;
        }

        boolean isWithRecipient() {
            return this == SENT || this == DELIVERED || this == RECALLING;
        }
    }

    Purpose purpose() {
        return Purpose.ofGivingTo(recipient.party().kind());
    }

    /** The answer it went on. */
    Answer answer() {
        return new Answer(true, fields, ground, recordId);
    }

    /** Paper that was handed out before a recall is out in the world until someone has it back. */
    public boolean paperIsOut() {
        return state == State.RECALLED && recipient.channel() == Recipient.Channel.PAPER && handedAt != null && paperBackAt == null;
    }
}
