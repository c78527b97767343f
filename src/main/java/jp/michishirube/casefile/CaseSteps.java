package jp.michishirube.casefile;

import java.util.Set;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.municipality.PolicySection;
import jp.michishirube.organization.Role;
import org.springframework.stereotype.Component;

/** Who works on which step, and which of the optional steps the municipality has: section {@code steps} of municipality.yaml. */
@Component
public class CaseSteps {

    private final Policy policy;

    CaseSteps(Municipality municipality) {
        this.policy = municipality.section("steps", Policy.class);
    }

    /** Whether the city reviews and approves; else the office's own leader does and the city receives a copy. */
    public boolean cityReview() {
        return policy.cityReview == null || policy.cityReview;
    }

    /** Whether a 民生委員 confirms before the review. */
    public boolean confirmation() {
        return Boolean.TRUE.equals(policy.confirmation);
    }

    /** Whether who handed a plan in may approve it too: for an office of one; elsewhere two people look at every plan. */
    public boolean approveOwnPlan() {
        return Boolean.TRUE.equals(policy.approveOwnPlan);
    }

    public Set<Role> workers(Step step) {
        return switch (step) {
            case OBTAIN_CREATION_CONSENT, INTERVIEW_RESIDENT, REVISE_PLAN, SIGN_PLAN, OBTAIN_SHARING_CONSENT, CHECK_WAY, DECIDE_RENEWAL ->
                    Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER);
            case REVIEW_PLAN -> Set.of(cityReview() ? Role.REVIEWER : Role.OFFICE_LEADER);
            case CONFIRM_PLAN -> Set.of(Role.WELFARE_COMMISSIONER);
        };
    }

    /** In whose hands the step is. */
    public Party party(Step step) {
        return switch (step) {
            case REVIEW_PLAN -> cityReview() ? Party.CITY : Party.OFFICE;
            case CONFIRM_PLAN -> Party.COMMISSIONER;
            default -> Party.OFFICE;
        };
    }

    public enum Party { OFFICE, CITY, COMMISSIONER }

    @PolicySection("steps")
    record Policy(Boolean cityReview, Boolean confirmation, Boolean approveOwnPlan) {}
}
