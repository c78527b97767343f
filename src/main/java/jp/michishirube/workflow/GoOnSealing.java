package jp.michishirube.workflow;

import java.util.List;
import jp.michishirube.municipality.Installation;
import jp.michishirube.signing.CitySeal;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A start with a key that can seal lets approved plans go on that used up their tries while there was none: nobody has to look for them. */
@Component
class GoOnSealing {

    private static final Logger LOG = LoggerFactory.getLogger(GoOnSealing.class);
    private static final int TRIES = 3;

    private final ManagementService management;
    private final CitySeal seal;
    private final Installation installation;

    GoOnSealing(ManagementService management, CitySeal seal, Installation installation) {
        this.management = management;
        this.seal = seal;
        this.installation = installation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whatWaits() {
        if (!seal.state().canSeal() || installation.isHeld()) {
            return;
        }
        List<Job> waiting = management.createJobQuery().activityId("SealApprovedPlan").noRetriesLeft().list();
        waiting.forEach(this::again);
        if (!waiting.isEmpty()) {
            LOG.info("{} approved plans that waited for the seal go on", waiting.size());
        }
    }

    private void again(Job job) {
        try {
            management.setJobRetries(job.getId(), TRIES);
        } catch (ProcessEngineException e) {
            // Another node was first.
            LOG.debug("job {} goes on elsewhere", job.getId(), e);
        }
    }
}
