package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanPolicy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what the account of who begins the interview knows: the day, the author, the day to look at the plan again. Never over an answer. */
@Component
class FillFromAccount {

    private final OfferFacts facts;
    private final PlanForms forms;
    private final SaveDraft saveDraft;
    private final PlanPolicy policy;
    private final Offices offices;
    private final WhoAmI who;
    private final Clock clock;

    FillFromAccount(OfferFacts facts, PlanForms forms, SaveDraft saveDraft, Municipality municipality, Offices offices, WhoAmI who, Clock clock) {
        this.facts = facts;
        this.forms = forms;
        this.saveDraft = saveDraft;
        this.policy = municipality.section("plan", PlanPolicy.class);
        this.offices = offices;
        this.who = who;
        this.clock = clock;
    }

    @Transactional
    void fill(CaseId caseId, Step step) {
        Person me = who.me();
        if (step != Step.INTERVIEW_RESIDENT || !me.isOffice()) {
            return;
        }
        Draft draft = facts.begin(caseId, me.id());
        PlanForm form = forms.version(draft.formVersion());
        Map<String, JsonNode> known = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        known(form, draft, Role.MADE_BY, offices.find(me.office()).map(Office::name).map(o -> o + " ").orElse("") + me.name(), known);
        known(form, draft, Role.MADE_ON, today.toString(), known);
        if (!known.isEmpty() && policy.reviewAfter() != null) {
            known(form, draft, Role.NEXT_REVIEW, today.plus(policy.reviewAfter()).toString(), known);
        }
        if (!known.isEmpty()) {
            saveDraft.save(caseId, draft.version(), known);
        }
    }

    private static void known(PlanForm form, Draft draft, Role role, String value, Map<String, JsonNode> known) {
        form.role(role).map(f -> f.pointer()).filter(address -> {
            JsonNode answer = Answers.get(draft.answers(), address);
            return answer == null || answer.isNull() || answer.asText().isBlank();
        }).ifPresent(address -> known.put(address, TextNode.valueOf(value)));
    }
}
