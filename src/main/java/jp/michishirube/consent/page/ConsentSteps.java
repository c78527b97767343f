package jp.michishirube.consent.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.consent.record.AskedNotices;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.door.OurJson;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/** Completes the consent steps for the API with the body of {@link ConsentGiven}. */
@Component
class ConsentSteps implements StepAct {

    private final RecordConsent record;
    private final AskedNotices asked;
    private final CaseProcess process;
    private final OurJson json;

    ConsentSteps(RecordConsent record, AskedNotices asked, CaseProcess process, OurJson json) {
        this.record = record;
        this.asked = asked;
        this.process = process;
        this.json = json;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.OBTAIN_CREATION_CONSENT, Step.OBTAIN_SHARING_CONSENT);
    }

    @Override
    public void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input) {
        if (outcome != Outcome.RECORDED) {
            throw Problem.badRequest("outcome-unknown");
        }
        if (!process.openSteps(caseFile.id()).contains(step)) {
            throw Problem.conflict("stale-step");
        }
        ConsentGiven given = json.read(input, ConsentGiven.class);
        asked.requireAsked(step, caseFile.resident().id(), given);
        record.record(caseFile.id(), given);
    }
}
