package jp.michishirube.evidence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes new lines into the chain, many at once and apart from the transactions that write them: an act pays nothing for it. Nodes do it one
 * after the other (the database function locks).
 */
@Component
class CarryOn {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOn.class);

    private final JdbcClient jdbc;
    private final SealDays seal;

    CarryOn(JdbcClient jdbc, SealDays seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Scheduled(fixedDelayString = "${michishirube.evidence.every:60s}", initialDelayString = "${michishirube.evidence.every:60s}")
    void newLines() {
        quietly(() -> take(false));
    }

    /** Also what the running search misses: lines whose transactions lasted for more than an hour. Then the days that are over are sealed. */
    @Scheduled(cron = "${michishirube.evidence.seal-at:0 20 0 * * *}", zone = "Asia/Tokyo")
    void endOfDay() {
        quietly(() -> {
            take(true);
            seal.daysThatAreOver();
        });
    }

    void take(boolean everything) {
        while (jdbc.sql("select evidence.carry_on(?)").param(everything).query(Integer.class).single() > 0) {
            // ten thousand lines of each table at a time
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | IllegalStateException e) {
            // Nothing is lost: the next time takes the same lines.
            LOG.warn("the chain of evidence could not be carried on: {}", e.getMessage());
        }
    }
}
