package jp.michishirube.signals;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Before this node stops taking requests it says for a while that it is not ready, so that a load balancer sends them elsewhere. Stopped first
 * of all: Boot has said "refusing traffic" by then.
 */
@Component
class StopNotice implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StopNotice.class);

    private final Duration notice;
    private volatile boolean running;

    StopNotice(@Value("${michishirube.stop.notice:0s}") Duration notice) {
        this.notice = notice;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (notice.isZero()) {
            return;
        }
        LOG.info("not ready any more, stops in {} s", notice.toSeconds());
        try {
            Thread.sleep(notice.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
