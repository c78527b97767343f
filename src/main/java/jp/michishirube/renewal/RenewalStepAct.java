package jp.michishirube.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.door.OurJson;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * The decision by the API: {@code UNCHANGED} with {@code {"who", "name", "how", "on"}}, {@code CHANGED} with
 * {@code {"decision": "SMALL" or "FULL", "sections": ["/supporters"]}}.
 */
@Component
class RenewalStepAct implements StepAct {

    private final DecideRenewal decide;
    private final OurJson json;

    RenewalStepAct(DecideRenewal decide, OurJson json) {
        this.decide = decide;
        this.json = json;
    }

    record Unchanged(Asking.Who who, String name, Asking.How how, String on) {}

    record Changed(PlanRenewal.Decision decision, List<String> sections) {}

    @Override
    public Set<Step> steps() {
        return Set.of(Step.DECIDE_RENEWAL);
    }

    @Override
    public void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input) {
        switch (outcome) {
            case UNCHANGED -> {
                Unchanged said = json.read(input, Unchanged.class);
                decide.unchanged(caseFile, new Asking(said.who(), said.name() == null ? "" : said.name().strip(), said.how(), day(said.on())));
            }
            case CHANGED -> {
                Changed wanted = json.read(input, Changed.class);
                if (wanted.decision() == null || wanted.decision() == PlanRenewal.Decision.UNCHANGED) {
                    throw Problem.invalid("renewal-incomplete", List.of(new FieldProblem("decision", "renewal-decision")));
                }
                decide.change(caseFile, wanted.decision(), wanted.sections() == null ? List.of() : wanted.sections());
            }
            default -> throw Problem.badRequest("outcome-unknown");
        }
    }

    private static LocalDate day(String iso) {
        try {
            return iso == null ? null : LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("renewal-incomplete", List.of(new FieldProblem("on", "no-such-date")));
        }
    }
}
