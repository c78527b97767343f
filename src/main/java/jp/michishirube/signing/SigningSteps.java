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
import jp.michishirube.door.OurJson;
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
    private final OurJson json;

    record Signed(int version, String signer, String name, String relation, String witness, String drawing, String scan, String signedOn) {}

    record Objected(int version, String reason) {}

    SigningSteps(SignPlan sign, ObjectPlan object, OurJson json) {
        this.sign = sign;
        this.object = object;
        this.json = json;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.SIGN_PLAN);
    }

    @Override
    public void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input) {
        switch (outcome) {
            case SIGNED -> sign.sign(caseFile, signing(json.read(input, Signed.class)));
            case OBJECTED -> {
                Objected said = json.read(input, Objected.class);
                object.object(caseFile, said.version(), said.reason());
            }
            default -> throw Problem.badRequest("outcome-unknown");
        }
    }

    private static Signing signing(Signed body) {
        String scan = or(body.scan());
        try {
            return new Signing(body.version(), or(body.signer()).isEmpty() ? null : Signing.Signer.valueOf(body.signer()), or(body.name()), or(body.relation()),
                    or(body.witness()), body.drawing(), scan.isEmpty() ? null : Base64.getDecoder().decode(scan),
                    or(body.signedOn()).isEmpty() ? null : LocalDate.parse(body.signedOn()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Problem.invalid("signing-incomplete", List.of(new FieldProblem(
                    e instanceof DateTimeParseException ? "signedOn" : !scan.isEmpty() ? "scan" : "signer", "signing-unknown")));
        }
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }
}
