package jp.michishirube.casefile;

import java.util.Arrays;
import java.util.Optional;

/** The steps at which a person works: the user tasks of {@code processes/}, by their frozen ids. */
public enum Step {
    OBTAIN_CREATION_CONSENT("ObtainCreationConsent", "consents/creation"),
    INTERVIEW_RESIDENT("InterviewResident", "interview"),
    /** 民生委員's confirmation, where the municipality's steps ask for it. */
    CONFIRM_PLAN("ConfirmPlan", "confirmation"),
    REVIEW_PLAN("ReviewPlan", "review"),
    REVISE_PLAN("RevisePlan", "interview"),
    SIGN_PLAN("SignPlan", "signature"),
    OBTAIN_SHARING_CONSENT("ObtainSharingConsent", "consents/sharing"),
    /** Something changed at the place or on the way of a plan: {@code processes/way-check.bpmn}, beside the plan's own life and after it. */
    CHECK_WAY("CheckWay", "way-check"),
    /** What becomes of a plan in force that is proposed for renewal: {@code processes/plan-renewal.bpmn}. */
    DECIDE_RENEWAL("DecideRenewal", "renewal");

    private final String nodeId;
    private final String path;

    Step(String nodeId, String path) {
        this.nodeId = nodeId;
        this.path = path;
    }

    public String nodeId() {
        return nodeId;
    }

    /** Where the step is worked on, below {@code /cases/{number}/}. */
    public String path() {
        return path;
    }

    public static Optional<Step> ofNode(String nodeId) {
        return Arrays.stream(values()).filter(s -> s.nodeId.equals(nodeId)).findFirst();
    }
}
