package jp.michishirube.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The life of a plan in a few words, and where the case is in it; of one that is renewed, where its next version is. */
@Component
class StepBar {

    private final CaseProcess process;
    private final CaseSteps steps;

    StepBar(CaseProcess process, CaseSteps steps) {
        this.process = process;
        this.steps = steps;
    }

    /** @param label message key
     *  @param state DONE, CURRENT or TODO */
    public record Stage(String label, String state) {}

    private record Part(String label, Set<String> nodes) {}

    /** Empty for a case that ended without a plan: there is no way ahead to show. */
    List<Stage> of(CaseFile caseFile) {
        Set<String> now = process.currentNodes(caseFile.id());
        if (caseFile.state().isEnded() && (now.isEmpty() || now.contains(Step.DECIDE_RENEWAL.nodeId()))) {
            return caseFile.state().isInForce() ? parts(false).stream().map(p -> new Stage(p.label, "DONE")).toList() : List.of();
        }
        List<Part> parts = parts(now.contains(Step.REVISE_PLAN.nodeId()));
        int current = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).nodes.stream().anyMatch(now::contains)) {
                current = i;
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            stages.add(new Stage(parts.get(i).label, i < current ? "DONE" : i == current ? "CURRENT" : "TODO"));
        }
        return stages;
    }

    /** @param returned whether the plan was sent back: its correction is a part of its own, before the check that comes again */
    private List<Part> parts(boolean returned) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("stage.consent", Set.of("CheckCreationConsent", "ObtainCreationConsent")));
        parts.add(new Part("stage.interview", Set.of("CollectLinkedFacts", "InterviewResident", "RestGateway", "CheckCompleteness")));
        if (steps.confirmation()) {
            parts.add(new Part("stage.confirmation", Set.of("ConfirmPlan")));
        }
        if (returned) {
            parts.add(new Part("stage.revision", Set.of("RevisePlan")));
        }
        parts.add(new Part(steps.cityReview() ? "stage.review" : "stage.leader-check", Set.of("ReviewPlan")));
        parts.add(new Part("stage.signature", Set.of("SealApprovedPlan", "SignPlan")));
        parts.add(new Part("stage.sharing", Set.of("CheckSharingConsent", "ObtainSharingConsent", "SharePlan")));
        return parts;
    }
}
