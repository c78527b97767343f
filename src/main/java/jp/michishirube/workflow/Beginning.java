package jp.michishirube.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.GateAnswer;
import jp.michishirube.inbox.WorkItems;
import org.springframework.stereotype.Component;

/**
 * What is known of the cases that this thread is just beginning together, so that the model's beans need not ask the database for each,
 * and what they opened, to be written together. Within one transaction in which nobody else can see these cases.
 */
@Component
class Beginning {

    private final ThreadLocal<Cases> now = new ThreadLocal<>();

    private record Cases(Map<CaseId, CaseFile> files, Map<CaseId, GateAnswer> answers, List<WorkItems.Opened> opened) {}

    /** @return the steps that came about */
    List<WorkItems.Opened> during(Map<CaseId, CaseFile> files, Map<CaseId, GateAnswer> answers, Runnable starts) {
        Cases cases = new Cases(files, answers, new ArrayList<>());
        now.set(cases);
        try {
            starts.run();
        } finally {
            now.remove();
        }
        return cases.opened();
    }

    Optional<GateAnswer> answer(CaseId caseId) {
        return Optional.ofNullable(now.get()).map(c -> c.answers().get(caseId));
    }

    boolean holds(CaseId caseId) {
        return now.get() != null && now.get().files().containsKey(caseId);
    }

    void opened(CaseId caseId, String taskId, Step step, Instant dueAt) {
        now.get().opened().add(new WorkItems.Opened(taskId, now.get().files().get(caseId), step, dueAt));
    }
}
