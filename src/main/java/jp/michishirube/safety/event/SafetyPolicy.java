package jp.michishirube.safety.event;

import java.time.Duration;
import java.util.List;
import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code safety} of {@code municipality.yaml}.
 *
 * @param reminders after the start, when those without an answer are asked again; three at most, in growing gaps
 * @param lasts     after which an event ends by itself, if nobody ends it before
 */
@PolicySection("safety")
public record SafetyPolicy(List<Duration> reminders, Duration lasts) {

    static final int MOST = 3;

    public SafetyPolicy {
        reminders = reminders == null ? List.of(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(3)) : List.copyOf(reminders);
        lasts = lasts == null ? Duration.ofDays(7) : lasts;
        if (reminders.size() > MOST || !reminders.equals(reminders.stream().sorted().toList()) || lasts.isNegative() || lasts.isZero()) {
            throw new IllegalArgumentException("safety: at most " + MOST + " reminders, one later than the other, and an event that lasts");
        }
    }
}
