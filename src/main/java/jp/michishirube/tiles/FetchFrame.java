package jp.michishirube.tiles;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches the municipality's whole frame, some hundred squares an hour, and again when they are half a year old. Nothing that a person
 * looks at starts, hastens or orders it. Two nodes that do so at once fetch the same squares: the outside still learns nothing.
 */
@Component
class FetchFrame {

    private static final Logger LOG = LoggerFactory.getLogger(FetchFrame.class);
    private static final Duration FRESH = Duration.ofDays(180);

    private final MapServer server;
    private final Background background;
    private final TileStore store;
    private final Clock clock;
    private final int perRun;
    private final Duration pause;

    FetchFrame(MapServer server, Background background, TileStore store, Clock clock, @Value("${michishirube.tiles.per-run:600}") int perRun,
            @Value("${michishirube.tiles.pause:500ms}") Duration pause) {
        this.server = server;
        this.background = background;
        this.store = store;
        this.clock = clock;
        this.perRun = perRun;
        this.pause = pause;
    }

    @Scheduled(fixedDelayString = "${michishirube.tiles.every:1h}", initialDelayString = "${michishirube.tiles.first:1m}")
    void everyHour() {
        try {
            int fetched = run();
            if (fetched > 0) {
                LOG.info("{} squares of the map fetched, {} kept", fetched, store.count());
            }
        } catch (IOException e) {
            LOG.warn("the map server does not answer: {}", e.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how many squares came */
    int run() throws IOException, InterruptedException {
        Optional<Frame> frame = background.frame();
        if (frame.isEmpty()) {
            return 0;
        }
        Set<Tile> fresh = store.youngerThan(clock.instant().minus(FRESH));
        List<Tile> wanted = frame.get().all(background.deepest()).stream().filter(t -> !fresh.contains(t)).limit(perRun).toList();
        int fetched = 0;
        for (Tile tile : wanted) {
            try {
                Optional<Picture> picture = server.fetch(tile);
                if (picture.isPresent()) {
                    store.keep(tile, picture.get(), clock.instant());
                    fetched++;
                }
            } catch (RuntimeException e) {
                // One square that cannot be kept stands before all others in every hour.
                LOG.warn("square {} of the map could not be kept: {}", tile, e.getClass().getName());
            }
            Thread.sleep(pause.toMillis());
        }
        return fetched;
    }
}
