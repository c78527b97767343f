package jp.michishirube.signals;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All that waits or failed, over all rooms. What cannot be asked just now is named and never taken for nothing. */
@Component
public class Watches {

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final List<Watch> watches;

    Watches(List<Watch> watches) {
        this.watches = watches;
    }

    /** @param blind names of what did not answer */
    public record Look(List<Waiting> waiting, List<Count> counts, List<String> blind) {}

    public Look look() {
        List<Waiting> waiting = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        List<String> blind = new ArrayList<>();
        for (Watch watch : watches) {
            try {
                waiting.addAll(watch.waiting());
                counts.addAll(watch.counts());
            } catch (RuntimeException e) {
                LOG.warn("{} could not look: {}", watch.getClass().getSimpleName(), e.getClass().getName());
                blind.add(watch.getClass().getSimpleName());
            }
        }
        return new Look(waiting, counts, blind);
    }
}
