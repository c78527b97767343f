package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Completes the signature step for the API. Body of SIGNED: {@code {"version": 2, "signer": "SELF|FAMILY|LEGAL_REPRESENTATIVE",
 * "name", "relation", "witness", "drawing": "data:image/png;base64,…"}}, or {@code "scan": "<base64>", "signedOn": "2026-11-22"} in
 * place of the drawing. Body of OBJECTED: {@code {"version": 2, "reason": "…"}}.
 */
@Component
class SigningSteps implements StepAct {

    private final SignPlan sign;
    private final ObjectPlan object;

    SigningSteps(SignPlan sign, ObjectPlan object) {
        this.sign = sign;
        this.object = object;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.SIGN_PLAN);
    }

    @Override
    public void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input) {
        JsonNode body = input == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : input;
        switch (outcome) {
            case SIGNED -> sign.sign(caseFile, signing(body));
            case OBJECTED -> object.object(caseFile, body.path("version").asInt(), body.path("reason").asText(""));
            default -> throw Problem.badRequest("outcome-unknown");
        }
    }

    private static Signing signing(JsonNode body) {
        try {
            String scan = body.path("scan").asText("");
            String day = body.path("signedOn").asText("");
            String signer = body.path("signer").asText("");
            return new Signing(body.path("version").asInt(), signer.isEmpty() ? null : Signing.Signer.valueOf(signer),
                    body.path("name").asText(""), body.path("relation").asText(""), body.path("witness").asText(""),
                    body.path("drawing").asText(null), scan.isEmpty() ? null : Base64.getDecoder().decode(scan),
                    day.isEmpty() ? null : LocalDate.parse(day));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Problem.invalid("signing-incomplete", List.of(new FieldProblem(
                    e instanceof DateTimeParseException ? "signedOn" : body.path("scan").isTextual() ? "scan" : "signer", "signing-unknown")));
        }
    }
}
