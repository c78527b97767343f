package jp.michishirube.renewal;

import java.time.Period;
import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code renewal} of {@code municipality.yaml}.
 *
 * @param after       a plan is proposed for renewal this long after it came into force, or after somebody was asked last; a year where nothing is said
 * @param askedWithin an asking may lie this long before the day on which it is written down
 * @param perNight    so many renewals are proposed in one night at most; the others wait for the next
 */
@PolicySection("renewal")
record RenewalPolicy(Period after, Period askedWithin, Integer perNight) {

    RenewalPolicy {
        after = after == null ? Period.ofYears(1) : after;
        askedWithin = askedWithin == null ? Period.ofMonths(3) : askedWithin;
        perNight = perNight == null ? 500 : perNight;
    }
}
