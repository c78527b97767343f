package jp.michishirube.safety.warning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;
import org.springframework.stereotype.Component;

/** The weather office that does not answer, and telegrams of the last day that were not read. */
@Component
class WatchWeather implements Watch {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final WeatherOffice office;
    private final FeedReadings readings;
    private final Clock clock;

    WatchWeather(WeatherOffice office, FeedReadings readings, Clock clock) {
        this.office = office;
        this.readings = readings;
        this.clock = clock;
    }

    @Override
    public List<Waiting> waiting() {
        Optional<FeedReadings.Source> away = office.isSetUp() ? readings.of(office.feed()).filter(s -> s.failingSince() != null) : Optional.empty();
        return List.of(new Waiting("weather", away.isPresent() ? 1 : 0, 0, away.map(FeedReadings.Source::failingSince).orElse(null), PATIENCE, "/warnings", ""),
                new Waiting("telegrams", 0, readings.refusedSince(clock.instant().minus(Duration.ofDays(1))), null, Duration.ZERO, "/warnings", ""));
    }
}
