package jp.michishirube.signals;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, within a bound: whoever asks for a connection waits longer than a load balancer does. While one question has no
 * answer yet, the next is answered with no at once.
 */
@Component("databaseAnswers")
class DatabaseAnswers implements HealthIndicator {

    private final JdbcClient jdbc;
    private final Duration bound;
    private final ExecutorService asker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "database-answers");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> under;

    DatabaseAnswers(JdbcClient jdbc, @Value("${michishirube.signals.database-within:3s}") Duration bound) {
        this.jdbc = jdbc;
        this.bound = bound;
    }

    @Override
    public synchronized Health health() {
        try {
            if (under == null || under.isDone()) {
                under = asker.submit(() -> jdbc.sql("select 1").query(Integer.class).single());
                under.get(bound.toMillis(), TimeUnit.MILLISECONDS);
                return Health.up().build();
            }
        } catch (TimeoutException | ExecutionException e) {
            return Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Health.down().build();
    }
}
