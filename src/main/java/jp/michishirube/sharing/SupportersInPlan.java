package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.NamedSupporters;
import jp.michishirube.consent.SupporterKey;
import jp.michishirube.plan.Draft;
import jp.michishirube.plan.Drafts;
import jp.michishirube.plan.Submissions;
import org.springframework.stereotype.Component;

/** Tells the consent room whom a plan names: the draft being written, else the last version handed in. */
@Component
class SupportersInPlan implements NamedSupporters {

    private final Drafts drafts;
    private final Submissions submissions;

    SupportersInPlan(Drafts drafts, Submissions submissions) {
        this.drafts = drafts;
        this.submissions = submissions;
    }

    @Override
    public List<NamedSupporter> of(CaseId caseId) {
        JsonNode answers = drafts.find(caseId).<JsonNode>map(Draft::answers)
                .or(() -> submissions.latest(caseId).map(s -> s.answers())).orElse(null);
        List<NamedSupporter> named = new ArrayList<>();
        if (answers != null) {
            answers.path("supporters").forEach(s -> {
                if (!s.path("name").asText("").isBlank()) {
                    named.add(new NamedSupporter(SupporterKey.of(s), s.path("name").asText(), s.path("relation").asText(""),
                            s.path("phone").asText("")));
                }
            });
        }
        return named;
    }
}
