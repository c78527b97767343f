package jp.michishirube.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/**
 * Waits for what the product does in the background (engine jobs, mails, imports). The patience is for a busy machine with one core:
 * it is spent only where something is wrong.
 */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Eventually() {}

    public static void until(Callable<Boolean> condition) {
        patiently().until(condition);
    }

    /** Until the assertion holds; else it fails with the assertion's own words. */
    public static void holds(ThrowingRunnable assertion) {
        patiently().untilAsserted(assertion);
    }

    /** In the test's own thread: who is signed in is known there only. */
    private static ConditionFactory patiently() {
        return Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100)).atMost(PATIENCE);
    }
}
