package jp.michishirube.safety.event;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.michishirube.municipality.PolicySection;
import jp.michishirube.sharing.channel.Way;

/**
 * Section {@code safety} of {@code municipality.yaml}.
 *
 * @param reminders after the start, when those without an answer are asked again; three at most, in growing gaps
 * @param lasts     after which an event ends by itself, if nobody ends it before
 * @param ways      by which people are asked, the first that reaches them first; the reminders go by the next ones. A way that is left out is not used
 * @param going     how long a supporter's "I go" stands
 */
@PolicySection("safety")
public record SafetyPolicy(List<Duration> reminders, Duration lasts, List<Way> ways, Duration going) {

    static final int MOST = 3;
    private static final List<Way> MACHINES = List.of(Way.LINE, Way.MAIL, Way.SMS, Way.VOICE);

    public SafetyPolicy {
        reminders = reminders == null ? List.of(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(3)) : List.copyOf(reminders);
        lasts = lasts == null ? Duration.ofDays(7) : lasts;
        ways = ways == null ? MACHINES : List.copyOf(ways);
        going = going == null ? Duration.ofMinutes(40) : going;
        if (!MACHINES.containsAll(ways) || ways.size() != Set.copyOf(ways).size()) {
            throw new IllegalArgumentException("safety: ways are " + MACHINES + ", each once");
        }
        if (reminders.size() > MOST || !reminders.equals(reminders.stream().sorted().toList()) || lasts.isNegative() || lasts.isZero() || going.isNegative() || going.isZero()) {
            throw new IllegalArgumentException("safety: at most " + MOST + " reminders, one later than the other, and an event that lasts");
        }
    }
}
