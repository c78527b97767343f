package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Review and confirmation for the API. Input: {@code {"version": 2, "note": "…", "opensAll": false, "remarks": [{"pointer", "kind",
 * "text", "proposed"}]}}; the remarks only with {@code RETURNED}, beside those written before.
 */
@Component
class ReviewActs implements StepAct {

    private final MakeRemark makeRemark;
    private final ReturnPlan returnPlan;
    private final ApprovePlan approvePlan;
    private final ConfirmPlan confirmPlan;

    ReviewActs(MakeRemark makeRemark, ReturnPlan returnPlan, ApprovePlan approvePlan, ConfirmPlan confirmPlan) {
        this.makeRemark = makeRemark;
        this.returnPlan = returnPlan;
        this.approvePlan = approvePlan;
        this.confirmPlan = confirmPlan;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.REVIEW_PLAN, Step.CONFIRM_PLAN);
    }

    @Override
    @Transactional
    public void complete(CaseFile file, Step step, Outcome outcome, JsonNode input) {
        JsonNode body = input == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : input;
        if (!body.path("version").canConvertToInt()) {
            throw Problem.badRequest("version-needed");
        }
        int version = body.path("version").intValue();
        String note = body.path("note").asText(null);
        if (outcome == Outcome.RETURNED) {
            body.path("remarks").forEach(r -> makeRemark.make(file, version, r.path("pointer").asText(null), kind(r.path("kind").asText()),
                    r.path("text").asText(null), r.path("proposed").asText(null)));
            returnPlan.returnPlan(file, step, version, note, body.path("opensAll").asBoolean(false));
        } else if (outcome == Outcome.APPROVED && step == Step.REVIEW_PLAN) {
            approvePlan.approve(file, version, note);
        } else if (outcome == Outcome.CONFIRMED && step == Step.CONFIRM_PLAN) {
            confirmPlan.confirm(file, version, note);
        } else {
            throw Problem.badRequest("outcome-not-here");
        }
    }

    /** @return null for a word that is none: the remark is then refused with the field's name */
    static RemarkKind kind(String word) {
        return Arrays.stream(RemarkKind.values()).filter(k -> k.name().equalsIgnoreCase(word)).findFirst().orElse(null);
    }
}
