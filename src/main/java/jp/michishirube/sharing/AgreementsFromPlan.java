package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.SupporterAgreements;
import jp.michishirube.consent.SupporterAnswer;
import jp.michishirube.consent.SupporterKey;
import jp.michishirube.plan.Submission;
import jp.michishirube.plan.form.Answers;
import org.springframework.stereotype.Component;

/**
 * Takes over what the plan's form says of each supporter's agreement (承諾・依頼中), where nothing was recorded with the consents. What
 * a supporter said there, a refusal above all, is not touched.
 */
@Component
class AgreementsFromPlan {

    private static final Map<String, SupporterAnswer> ANSWERS = Map.of("agreed", SupporterAnswer.AGREED, "asked", SupporterAnswer.ASKED);

    private final SupporterAgreements agreements;

    AgreementsFromPlan(SupporterAgreements agreements) {
        this.agreements = agreements;
    }

    void take(CaseId caseId, Submission plan) {
        Map<String, SupporterAnswer> known = agreements.of(caseId);
        LocalDate on = LocalDate.ofInstant(plan.at(), ZoneId.of("Asia/Tokyo"));
        for (JsonNode supporter : plan.answers().path("supporters")) {
            String key = SupporterKey.of(supporter);
            SupporterAnswer said = ANSWERS.get(supporter.path("agreement").asText());
            if (said != null && !known.containsKey(key)) {
                agreements.record(caseId, key, said, on, how(plan, supporter), null);
            }
        }
    }

    private static SupporterAgreements.How how(Submission plan, JsonNode supporter) {
        JsonNode from = plan.provenance().path("/supporters/" + supporter.path(Answers.KEY).asText() + "/agreement");
        return "linked".equals(from.path("kind").asText()) ? SupporterAgreements.How.CARE_CIRCLE : SupporterAgreements.How.IN_PERSON;
    }
}
