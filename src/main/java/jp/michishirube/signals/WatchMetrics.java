package jp.michishirube.signals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What waits and failed as figures: {@code michishirube.waiting}, {@code .failed} and {@code .oldest.seconds} by kind, {@code .blind}, and what the
 * rooms count. All nodes tell the same of what stands in the database. What could not be asked has no value until it can.
 */
@Component
class WatchMetrics {

    private final Watches watches;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();

    WatchMetrics(Watches watches, MeterRegistry registry, Clock clock) {
        this.watches = watches;
        this.registry = registry;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${michishirube.signals.every:60s}", initialDelayString = "${michishirube.signals.first:5s}")
    synchronized void look() {
        Watches.Look look = watches.look();
        Instant now = clock.instant();
        Map<String, List<Row<?>>> rows = new HashMap<>();
        gauges.keySet().forEach(name -> rows.put(name, new ArrayList<>()));
        Stream.concat(look.counts().stream(), Stream.concat(Stream.of(new Count("blind", Map.of(), look.blind().size())),
                look.waiting().stream().flatMap(w -> of(w, now)))).forEach(count -> rows.computeIfAbsent(count.name(), n -> new ArrayList<>())
                        .add(Row.of(tags(count.labels()), count.value())));
        rows.forEach((name, values) -> gauges.computeIfAbsent(name, n -> MultiGauge.builder("michishirube." + n).register(registry)).register(values, true));
    }

    private static Stream<Count> of(Waiting w, Instant now) {
        Map<String, String> kind = Map.of("kind", w.kind());
        return Stream.of(new Count("waiting", kind, w.waiting()), new Count("failed", kind, w.failed()),
                new Count("oldest.seconds", kind, w.oldest() == null ? 0 : Math.max(0, Duration.between(w.oldest(), now).toSeconds())));
    }

    private static Tags tags(Map<String, String> labels) {
        return labels.entrySet().stream().reduce(Tags.empty(), (tags, l) -> tags.and(l.getKey(), l.getValue()), Tags::and);
    }
}
