package jp.michishirube.consent.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;

/**
 * A person's decision as it was taken: what {@link RecordConsent} records. Several decisions of one conversation come together.
 *
 * @param giverName   null for the resident
 * @param relation    続柄 where it was not the resident
 * @param giverGround why the person does not decide alone, or by what the representative represents
 * @param witness     for an oral decision
 * @param explainedBy who read out and explained the notice
 * @param decidedAt   when the person decided; not in the future
 * @param scan        the signed paper: PDF, PNG or JPEG up to 10 MB; null for other channels
 */
public record ConsentGiven(
        List<Decided> decisions, GivenBy givenBy, String giverName, String relation, String giverGround, Channel channel,
        String witness, String explainedBy, Instant decidedAt, byte[] scan) {

    /**
     * @param notice     the text that was shown; a combined one decides all of its purposes
     * @param given      yes or no; null where nobody said, which is neither and never recorded
     * @param recipients to whom; a part of what the notice names, null for all of it. Who makes
     *                   the plan is not a matter of choice
     */
    public record Decided(NoticeRef notice, Boolean given, Set<Party.Kind> recipients) {

        Set<Party.Kind> recipientsFor(Purpose purpose, Notice notice) {
            Set<Party.Kind> named = given ? notice.recipientsFor(purpose) : Set.of();
            return recipients == null || !purpose.gives() ? named
                    : named.stream().filter(recipients::contains).collect(Collectors.toUnmodifiableSet());
        }
    }

    public ConsentGiven {
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }
}
