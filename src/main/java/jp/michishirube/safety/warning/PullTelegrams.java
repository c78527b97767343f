package jp.michishirube.safety.warning;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.municipality.Installation;
import jp.michishirube.safety.telegram.ReadFeed;
import jp.michishirube.safety.telegram.ReadRiverForecast;
import jp.michishirube.safety.telegram.TelegramRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the weather office's feed and takes each telegram in it once, oldest first, in a transaction of its own: one that is none holds up no other. After a
 * gap, and at the first start, the feed of several days is read before.
 */
@Component
class PullTelegrams {

    private static final Logger LOG = LoggerFactory.getLogger(PullTelegrams.class);
    /** The feed of minutes names what came in the last ten. */
    private static final Duration GAP = Duration.ofMinutes(8);
    private static final int LONGEST = 500;

    private final WeatherOffice office;
    private final FeedReadings readings;
    private final TakeTelegram take;
    private final Installation installation;
    private final Clock clock;

    PullTelegrams(WeatherOffice office, FeedReadings readings, TakeTelegram take, Installation installation, Clock clock) {
        this.office = office;
        this.readings = readings;
        this.take = take;
        this.installation = installation;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${michishirube.weather.every:60s}", initialDelayString = "${michishirube.weather.every:60s}")
    void pull() {
        if (!office.isSetUp() || installation.isHeld()) {
            return;
        }
        try {
            read();
            readings.forget();
        } catch (IOException e) {
            failed("NO_ANSWER", e);
        } catch (TelegramRefused e) {
            failed(e.why().name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed("FAILED", e);
        }
    }

    /** Only when all of it was taken the gap is closed, and what the server said of its age is believed the next time. */
    private void read() throws IOException, InterruptedException {
        String feed = office.feed();
        Optional<FeedReadings.Source> before = readings.of(feed);
        boolean gap = before.map(FeedReadings.Source::answered).filter(at -> at.isAfter(clock.instant().minus(GAP))).isEmpty();
        boolean complete = true;
        if (gap && office.days().isPresent()) {
            complete = takeAll(office.read(office.days().get(), null).orElseThrow().feed().entries());
        }
        String modified = gap ? null : before.map(FeedReadings.Source::modified).orElse(null);
        Optional<WeatherOffice.Read> read = office.read(feed, modified);
        complete &= read.isEmpty() || takeAll(read.get().feed().entries());
        if (complete) {
            readings.answered(feed, read.map(WeatherOffice.Read::modified).orElse(modified));
        } else {
            readings.failed(feed, "INCOMPLETE");
        }
    }

    private void failed(String why, Exception e) {
        LOG.warn("feed of the weather office: {} ({})", why, e.getClass().getSimpleName());
        readings.failed(office.feed(), why);
    }

    private boolean takeAll(List<ReadFeed.Entry> entries) throws InterruptedException {
        List<ReadFeed.Entry> rivers = entries.stream().filter(e -> e.title().equals(ReadRiverForecast.TITLE) && e.href().length() <= LONGEST)
                .sorted(Comparator.comparing(ReadFeed.Entry::updated)).toList();
        Set<String> seen = readings.seen(rivers.stream().map(ReadFeed.Entry::href).toList());
        boolean all = true;
        for (ReadFeed.Entry entry : rivers.stream().filter(e -> !seen.contains(e.href())).toList()) {
            all &= take(entry.href());
        }
        return all;
    }

    private boolean take(String href) throws InterruptedException {
        try {
            if (!office.isOfTheOffice(href)) {
                throw new TelegramRefused(TelegramRefused.Why.NO_TELEGRAM);
            }
            take.take(office.fetch(href), Telegrams.Source.FEED, "feed");
            readings.see(href);
            return true;
        } catch (TelegramRefused e) {
            LOG.warn("a telegram of the feed is not read: {}", e.why());
            readings.refused(href, e.why().name());
            readings.see(href);
            return true;
        } catch (IOException e) {
            LOG.warn("a telegram of the feed does not come: {}", e.getClass().getSimpleName());
            readings.broken(href);
            return false;
        } catch (RuntimeException e) {
            LOG.warn("a telegram of the feed is left aside: {}", e.getClass().getSimpleName());
            readings.broken(href);
            return false;
        }
    }
}
