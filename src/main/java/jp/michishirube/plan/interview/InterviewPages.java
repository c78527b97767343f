package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.Disagreement;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.FactOffers;
import jp.michishirube.plan.draft.LinkedCount;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.draft.PlaceLists;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FieldLabels;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.ProvenanceBadge;
import jp.michishirube.problem.FieldProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the interview page needs: form, draft, offers, remarks, open fields, places. */
@Component
class InterviewPages {

    private final PlanForms forms;
    private final OfferFacts facts;
    private final FactOffers offers;
    private final SaveDraft saveDraft;
    private final ObjectProvider<FieldNotes> notes;
    private final PlaceLists places;
    private final ProvenanceBadge badges;
    private final PlanTexts texts;
    private final Clock clock;

    InterviewPages(PlanForms forms, OfferFacts facts, FactOffers offers, SaveDraft saveDraft, ObjectProvider<FieldNotes> notes,
            PlaceLists places, ProvenanceBadge badges, PlanTexts texts, Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.offers = offers;
        this.saveDraft = saveDraft;
        this.notes = notes;
        this.places = places;
        this.badges = badges;
        this.texts = texts;
        this.clock = clock;
    }

    InterviewPage page(CaseId caseId, Step step, String by, Locale locale) {
        return page(caseId, step, by, List.of(), Map.of(), locale);
    }

    /** @param root path before every link */
    FieldHtml html(Locale locale, String root, String number) {
        return new FieldHtml(texts, locale, root, number);
    }

    /** @param typed what could not be kept, shown again in its input beside its problem */
    InterviewPage page(CaseId caseId, Step step, String by, List<FieldProblem> problems, Map<String, JsonNode> typed, Locale locale) {
        Draft draft = facts.begin(caseId, by);
        FilledPlan plan = forms.filled(draft);
        PlanForm form = plan.form();
        Optional<Set<String>> open = step == Step.REVISE_PLAN ? saveDraft.open(caseId) : Optional.empty();
        List<FieldNotes.FieldNote> remarks = notes.stream().flatMap(n -> n.of(caseId).stream()).toList();
        List<FactOffers.Kept> offered = offers.of(caseId);
        Set<Holder> failed = offered.stream().filter(o -> o.state() == FactOffers.State.NOT_FETCHED).map(FactOffers.Kept::holder).collect(Collectors.toSet());
        FormPage page = new FormPage(new FormPage.Sources(plan, draft.provenance(), failed, open, false, remarks, problems, typed,
                (hazard, kind) -> places.of(caseId, hazard, kind), locale), badges, texts);
        List<Disagreement> disagreements = Disagreement.in(plan, draft.provenance(), offered, locale, LocalDate.now(clock));
        List<InterviewPage.Todo> todo = Completeness.missing(plan).stream()
                .map(p -> new InterviewPage.Todo(p.field(), FieldLabels.of(form, p.field(), locale))).toList();
        String newer = forms.current().version().equals(form.version()) ? null : forms.current().version();
        return new InterviewPage(form.title(locale), draft.version(), PlanTexts.time(draft.savedAt()), form.version(), newer,
                new LinkedCount(draft.linkedItems(), draft.allItems()), LinkPanel.of(plan, draft.provenance(), disagreements, offered, badges, texts, locale),
                page.sections(), todo, step == Step.REVISE_PLAN, open.isPresent(), form.disclaimer(locale), page.ofThePlan(), page.remarks(form));
    }
}
