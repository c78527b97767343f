package jp.michishirube.sharing.line;

import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.michishirube.sharing.channel.Allowance;
import jp.michishirube.sharing.channel.Way;
import org.springframework.stereotype.Component;

/** How many messages this month may still go by LINE, asked at most every five minutes. */
@Component
class LineQuota implements Allowance {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final LineApi line;
    private final LineEvents events;
    private final Clock clock;
    private Figures last;
    private Instant asked = Instant.MIN;

    LineQuota(LineApi line, LineEvents events, Clock clock) {
        this.line = line;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.LINE;
    }

    @Override
    public synchronized Optional<Figures> figures() {
        if (!line.isSetUp()) {
            return Optional.empty();
        }
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            last = ask();
            asked = clock.instant();
        }
        return Optional.of(new Figures(last.limit(), last.used(), last.known(), events.forgeries()));
    }

    private Figures ask() {
        try {
            MessageQuotaResponse quota = line.quota();
            boolean known = quota.type() == QuotaType.NONE || quota.type() == QuotaType.LIMITED && quota.value() != null;
            return new Figures(quota.type() == QuotaType.LIMITED ? quota.value() : null, line.used(), known, 0);
        } catch (IOException e) {
            return new Figures(null, 0, false, 0);
        }
    }
}
