package jp.michishirube.sharing.channel;

import java.util.Optional;

/** What a provider says of how many messages may still go; shown on the operations page. */
public interface Allowance {

    Way way();

    /** @return empty where that way is not set up */
    Optional<Figures> figures();

    /**
     * @param limit  of this month; null for none
     * @param used   this month
     * @param known  false while the provider does not answer: limit and use mean nothing then
     * @param forged calls of the last 30 days that bore a wrong signature
     */
    record Figures(Long limit, long used, boolean known, int forged) {

        /** How many may still go; null without a limit. */
        public Long left() {
            return limit == null ? null : Math.max(0, limit - used);
        }
    }
}
