package jp.michishirube.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.roster.entry.RosterSays;
import org.springframework.stereotype.Component;

/** Offers to the plan what the roster says, as one more holder of facts. */
@Component
class OfferRoster {

    private final RosterSays roster;
    private final OfferFacts offer;

    OfferRoster(RosterSays roster, OfferFacts offer) {
        this.roster = roster;
        this.offer = offer;
    }

    /** Does nothing for a case that came without a roster. */
    void offer(CaseId caseId) {
        Map<String, Object> said = roster.of(caseId);
        if (said.isEmpty()) {
            return;
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        said.forEach((key, value) -> {
            String link = Holder.ROSTER.prefix() + "." + key;
            if (value instanceof List<?> codes) {
                codes.forEach(code -> facts.withArray("/" + link).add(code.toString()));
            } else {
                facts.put(link, value.toString());
            }
        });
        offer.offer(caseId, Holder.ROSTER, null, null, facts);
    }
}
