package jp.michishirube.workflow;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives each background step that failed for good one more try. Each leaves the same line as one tried again in Cockpit. */
@Component
class TryStepsAgain {

    private static final Logger LOG = LoggerFactory.getLogger(TryStepsAgain.class);

    /** At most so many at a press. */
    static final int MOST = 500;

    private final ManagementService management;
    private final AdminActs acts;

    TryStepsAgain(ManagementService management, AdminActs acts) {
        this.management = management;
        this.acts = acts;
    }

    /** @return how many get their try; one that was done or taken away meanwhile is passed over */
    int all() {
        List<Job> failed = management.createJobQuery().noRetriesLeft().active().listPage(0, MOST);
        int tried = 0;
        for (Job job : failed) {
            try {
                long line = acts.begin("retry-job", job.getId());
                management.setJobRetries(job.getId(), 1);
                acts.done(line);
                tried++;
            } catch (RuntimeException e) {
                LOG.warn("job {} could not be tried again: {}", job.getId(), e.getClass().getName());
            }
        }
        return tried;
    }
}
