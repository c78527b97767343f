package jp.michishirube.workflow;

import jp.michishirube.municipality.Installation;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stops the engine's background work while the installation is held, so that no step uses up its tries, and lets it go on afterwards. A node
 * that does none has nothing to stop.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class EngineAtRest {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAtRest.class);

    private final JobExecutor jobs;
    private final Installation installation;
    private boolean resting;

    EngineAtRest(JobExecutor jobs, Installation installation) {
        this.jobs = jobs;
        this.installation = installation;
    }

    /** After the engine's own listener, which has started it. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "30s", initialDelayString = "30s")
    synchronized void follow() {
        boolean held = installation.isHeld();
        if (held && !resting) {
            jobs.shutdown();
            LOG.warn("the database is in another place than it was: mail, deliveries and background work wait for a process admin's confirmation");
        } else if (!held && resting) {
            jobs.start();
            LOG.info("background work goes on");
        }
        resting = held;
    }
}
