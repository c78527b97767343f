package jp.michishirube.sharing.asking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.draft.SaveResult;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries somebody who agreed into the supporters of the plan that is being written. A plan in force is not touched: its next version
 * takes them in, by the same act.
 */
@Component
class PutInPlan {

    private final Askings askings;
    private final SupporterAgreements agreements;
    private final NamedSupporters named;
    private final CaseProcess process;
    private final SaveDraft save;
    private final OfferFacts facts;
    private final PlanForms forms;

    PutInPlan(Askings askings, SupporterAgreements agreements, NamedSupporters named, CaseProcess process, SaveDraft save, OfferFacts facts, PlanForms forms) {
        this.askings = askings;
        this.agreements = agreements;
        this.named = named;
        this.process = process;
        this.save = save;
        this.facts = facts;
        this.forms = forms;
    }

    /** Whether a plan is being written now that could take them in. */
    boolean now(CaseFile file) {
        return process.openSteps(file.id()).stream().anyMatch(s -> s == Step.INTERVIEW_RESIDENT || s == Step.REVISE_PLAN);
    }

    /**
     * Whom they replace goes out of the list with the same act.
     *
     * @return false where the plan names them already
     * @throws Problem {@code asking-over} (409) where they do not agree any more; {@code plan-not-open} (409); {@code asking-not-taken} (409)
     *                 where the form takes no more supporters or those fields are locked
     */
    @Transactional
    boolean put(CaseFile file, long id) {
        Asking asking = askings.lock(id).filter(a -> a.state() == Asking.State.AGREED).orElseThrow(() -> Problem.conflict("asking-over"));
        if (agreements.answer(file.id(), asking.supporterKey()) != SupporterAnswer.AGREED) {
            throw Problem.conflict("asking-over");
        }
        if (!now(file)) {
            throw Problem.conflict("plan-not-open");
        }
        if (named.of(file.id()).stream().anyMatch(s -> s.key().equals(asking.supporterKey()))) {
            return false;
        }
        Draft draft = facts.begin(file.id(), "michishirube");
        PlanForm form = forms.version(draft.formVersion());
        FormField group = form.role(Role.SUPPORTERS).orElseThrow(() -> Problem.conflict("asking-not-taken"));
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        leaving(draft, group, asking).forEach((address, gone) -> changes.put(address, null));
        changes.put(group.pointer() + "/v" + asking.id(), row(group, asking));
        SaveResult result = save.save(file.id(), draft.version(), changes);
        if (!result.problems().isEmpty() || !result.conflicts().isEmpty()) {
            throw Problem.conflict("asking-not-taken");
        }
        askings.inPlan(asking);
        return true;
    }

    /** The row of the one whose place they take, as long as that one does not agree. */
    private Map<String, JsonNode> leaving(Draft draft, FormField group, Asking asking) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        if (asking.replaces() != null && agreements.answer(asking.caseId(), asking.replaces()) != SupporterAnswer.AGREED) {
            draftRows(draft).filter(r -> r.key().equals(asking.replaces())).forEach(r -> rows.put(r.address(), null));
        }
        return rows;
    }

    private record DraftRow(String address, String key) {}

    private java.util.stream.Stream<DraftRow> draftRows(Draft draft) {
        return forms.filled(draft).rows(Role.SUPPORTERS).stream().map(r -> new DraftRow(r.address().rowAddress().toString(),
                jp.michishirube.consent.rule.SupporterKey.of(r.place().kept(Role.SUPPORTER_NAME), r.place().kept(Role.SUPPORTER_PHONE))));
    }

    private static ObjectNode row(FormField group, Asking asking) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        choice(row, group, Role.SUPPORTER_PARTY, asking.isOrganisation() ? "organisation" : "person");
        cell(row, group, Role.SUPPORTER_NAME, asking.name());
        cell(row, group, Role.SUPPORTER_PHONE, asking.phone());
        cell(row, group, Role.SUPPORTER_ADDRESS, asking.address());
        choice(row, group, Role.SUPPORTER_AGREEMENT, "agreed");
        return row;
    }

    /** A form may divide people otherwise, neighbours from family say: what it does not know is left to the office, which knows them. */
    private static void choice(ObjectNode row, FormField group, Role role, String code) {
        group.column(role).filter(c -> c.choices().stream().anyMatch(x -> x.code().equals(code))).ifPresent(c -> row.put(c.key(), code));
    }

    private static void cell(ObjectNode row, FormField group, Role role, String value) {
        if (!value.isEmpty()) {
            group.column(role).ifPresent(c -> row.put(c.key(), value));
        }
    }
}
