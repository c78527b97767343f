package jp.michishirube.linkage;

import java.time.Instant;
import jp.michishirube.plan.form.Holder;

/**
 * How the last question to a holder ended.
 *
 * @param reason        {@code OutsideFailure.Reason} of a failure, {@code consent.Ground} of a refusal; null else
 * @param facts         how many facts came
 * @param asOf          when they were true
 * @param consentRecord the consent they were fetched under; null where none was asked or given
 */
public record FetchResult(Holder holder, Status status, String reason, int facts, Instant asOf, Long consentRecord, Instant triedAt) {

    public enum Status {
        FETCHED,
        /** The holder answered that it does not know the person, or knows nothing. */
        NOTHING,
        /** The holder did not answer, or not usefully; it may at the next try. */
        FAILED,
        /** The resident has not agreed to asking this holder: it was not asked. */
        NOT_AGREED
    }
}
