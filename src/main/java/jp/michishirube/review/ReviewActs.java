package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.door.OurJson;
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
    private final OurJson json;

    record Input(Integer version, String note, Boolean opensAll, List<NewRemark> remarks) {}

    record NewRemark(String pointer, String kind, String text, String proposed) {}

    ReviewActs(MakeRemark makeRemark, ReturnPlan returnPlan, ApprovePlan approvePlan, ConfirmPlan confirmPlan, OurJson json) {
        this.makeRemark = makeRemark;
        this.returnPlan = returnPlan;
        this.approvePlan = approvePlan;
        this.confirmPlan = confirmPlan;
        this.json = json;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.REVIEW_PLAN, Step.CONFIRM_PLAN);
    }

    @Override
    @Transactional
    public void complete(CaseFile file, Step step, Outcome outcome, JsonNode input) {
        Input body = json.read(input, Input.class);
        if (body.version() == null) {
            throw Problem.badRequest("version-needed");
        }
        int version = body.version();
        String note = body.note();
        if (outcome == Outcome.RETURNED) {
            List<NewRemark> made = body.remarks() == null ? List.of() : body.remarks();
            made.forEach(r -> makeRemark.make(file, version, r.pointer(), kind(r.kind()), r.text(), r.proposed()));
            returnPlan.returnPlan(file, step, version, note, Boolean.TRUE.equals(body.opensAll()));
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
