package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Resident;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Redactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts of a holder, offered to the plan of a case.
 *
 * <p>They fill what is empty and renew what nobody touched; they never overwrite what a person typed, edited or confirmed. Where they
 * differ from what is there, the page shows both. Whether the holder may be asked at all is the caller's question to {@code consent}.
 */
@Service
@NamedInterface("draft")
public class OfferFacts {

    private static final Logger LOG = LoggerFactory.getLogger(OfferFacts.class);

    private final PlanForms forms;
    private final Drafts drafts;
    private final FactOffers offers;
    private final CaseFiles cases;
    private final PreviousPlan previous;
    private final Redactions redactions;
    private final Clock clock;

    OfferFacts(PlanForms forms, Drafts drafts, FactOffers offers, CaseFiles cases, PreviousPlan previous, Redactions redactions,
            Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.offers = offers;
        this.cases = cases;
        this.previous = previous;
        this.redactions = redactions;
        this.clock = clock;
    }

    /**
     * @param asOf            when the holder's values were true; null when it does not say
     * @param consentRecordId the consent under which they were fetched; null where law is the ground (the roster)
     * @param facts           keyed by the names of the form's {@code x-link}, such as {@code cityos.name}; groups as arrays of rows
     *                        keyed by the columns, evacuation places as rows {@code {"hazard": "flood", "site": {"id", "name", …}}}.
     *                        Names the form does not link are kept out.
     * @return the links whose value the form cannot take, each refused alone
     * @throws jp.michishirube.problem.Problem {@code plan-given-up} (410)
     */
    @Transactional
    public List<String> offer(CaseId caseId, Holder holder, Instant asOf, Long consentRecordId, ObjectNode facts) {
        redactions.refuseGivenUp(caseId);
        PlanForm form = forms.of(caseId);
        Draft draft = drafts.lock(caseId, form.version(), "michishirube");
        if (draft.version() == 0) {
            draft = fromWhatTheCityHolds(form, draft);
        }
        ObjectNode wanted = wanted(form, facts);
        List<String> rejected = put(form, draft, new FactMerge.Offer(holder, asOf, consentRecordId, wanted));
        if (!rejected.isEmpty()) {
            LOG.warn("case {}: {} offered values that the form cannot take: {}", caseId.value(), holder, rejected);
        }
        return rejected;
    }

    /** The resident has not agreed to linking with this holder: the page says so. What it offered before is forgotten. */
    @Transactional
    public void notAgreed(CaseId caseId, Holder holder) {
        offers.put(caseId, holder, FactOffers.State.NOT_AGREED, null, null, null);
    }

    /** The holder did not answer, or not usefully: the page says "could not be fetched", never shows it as empty. */
    @Transactional
    public void notFetched(CaseId caseId, Holder holder) {
        offers.failed(caseId, holder);
    }

    /** The draft of the case; on first use filled with what the roster says, and the plan before a renewal. */
    @Transactional
    public Draft begin(CaseId caseId, String by) {
        redactions.refuseGivenUp(caseId);
        return drafts.find(caseId).filter(d -> d.version() > 0).orElseGet(() -> {
            PlanForm form = forms.of(caseId);
            Draft draft = drafts.lock(caseId, form.version(), by);
            return draft.version() > 0 ? draft : fromWhatTheCityHolds(form, draft);
        });
    }

    /** What the roster says now, offered again: to a form that asks more than the one before. */
    void roster(CaseId caseId) {
        PlanForm form = forms.of(caseId);
        put(form, drafts.lock(caseId).orElseThrow(), roster(form, cases.get(caseId).resident()));
    }

    private static FactMerge.Offer roster(PlanForm form, Resident r) {
        return new FactMerge.Offer(Holder.ROSTER, null, null, wanted(form, RosterFacts.of(r)));
    }

    private Draft fromWhatTheCityHolds(PlanForm form, Draft draft) {
        Resident r = cases.get(draft.caseId()).resident();
        put(form, draft, roster(form, r));
        previous.of(draft.caseId()).ifPresent(before -> put(form, drafts.find(draft.caseId()).orElseThrow(),
                new FactMerge.Offer(Holder.PREVIOUS_PLAN, before.at(), null, PreviousPlan.facts(form, before))));
        return drafts.find(draft.caseId()).orElseThrow();
    }

    private List<String> put(PlanForm form, Draft draft, FactMerge.Offer offer) {
        ObjectNode answers = draft.answers().deepCopy();
        ObjectNode provenance = draft.provenance().deepCopy();
        List<String> rejected = FactMerge.into(form, answers, provenance, offer, LocalDate.now(clock));
        offers.put(draft.caseId(), offer.holder(), FactOffers.State.OFFERED, offer.facts(), offer.asOf(), offer.consentRecordId());
        ObjectNode changes = FieldChanges.between(form, draft.answers(), answers);
        Draft merged = new Draft(draft.caseId(), form.version(), answers, provenance, draft.version(), draft.logFloor(), 0, 0, draft.savedAt(),
                draft.savedBy()).saved(clock.instant(), "michishirube", LinkedCount.of(FilledPlan.of(form, answers), provenance));
        drafts.store(merged);
        drafts.log(draft.caseId(), merged.version(), changes.toString(), "michishirube", offer.holder().name());
        return rejected;
    }

    private static ObjectNode wanted(PlanForm form, ObjectNode facts) {
        ObjectNode wanted = facts.objectNode();
        form.fields().flatMap(f -> f.links().stream()).filter(facts::has).forEach(l -> wanted.set(l, facts.get(l)));
        return wanted;
    }
}
