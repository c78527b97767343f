package jp.michishirube.evacuation.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.door.OurJson;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** Completes the look at place and way for the API. Body of CHECKED: {@code {"note": "what was done"}}. */
@Component
class CheckWayStep implements StepAct {

    private final CheckWay checkWay;
    private final OurJson json;

    CheckWayStep(CheckWay checkWay, OurJson json) {
        this.checkWay = checkWay;
        this.json = json;
    }

    record Input(String note) {}

    @Override
    public Set<Step> steps() {
        return Set.of(Step.CHECK_WAY);
    }

    @Override
    public void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input) {
        if (outcome != Outcome.CHECKED) {
            throw Problem.badRequest("outcome-unknown");
        }
        String note = json.read(input, Input.class).note();
        checkWay.check(caseFile, note == null ? "" : note);
    }
}
