package jp.michishirube.consent.record;

import jp.michishirube.consent.rule.GivenBy;

/**
 * How a consent is taken back.
 *
 * @param givenBy    who takes it back; the resident always may
 * @param name       null for the resident
 * @param reason     in the person's words, may be empty: nobody must give a reason
 * @param afterwards what becomes of the running case
 */
public record Withdrawal(GivenBy givenBy, String name, String relation, Channel channel, String reason, Afterwards afterwards) {

    /** What the person wants next. */
    public enum Afterwards {
        /** No plan any more: the case ends and every consent of the plan with it. */
        END,
        /** Only this consent ends. Of plan making, only the linked data: the plan goes on with what the person tells. */
        CONTINUE
    }
}
