package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
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
    private final ObjectProvider<PlaceChoices> places;
    private final ProvenanceBadge badges;
    private final PlanTexts texts;
    private final Clock clock;

    InterviewPages(PlanForms forms, OfferFacts facts, FactOffers offers, SaveDraft saveDraft, ObjectProvider<FieldNotes> notes,
            ObjectProvider<PlaceChoices> places, ProvenanceBadge badges, PlanTexts texts, Clock clock) {
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

    /** @param typed what could not be kept, shown again in its input beside its problem */
    InterviewPage page(CaseId caseId, Step step, String by, List<FieldProblem> problems, Map<String, JsonNode> typed, Locale locale) {
        Draft draft = facts.begin(caseId, by);
        PlanForm form = forms.version(draft.formVersion());
        Optional<Set<String>> open = step == Step.REVISE_PLAN ? saveDraft.open(caseId) : Optional.empty();
        List<FieldNotes.FieldNote> remarks = notes.stream().flatMap(n -> n.of(caseId).stream()).toList();
        List<FactOffers.Kept> offered = offers.of(caseId);
        FormPage page = new FormPage(new FormPage.Sources(form, draft.answers(), draft.provenance(), open, false, remarks, problems, typed,
                choices(caseId), locale), badges, texts);
        List<Disagreement> disagreements = Disagreement.in(form, draft.answers(), draft.provenance(), offered, locale, LocalDate.now(clock));
        List<InterviewPage.Todo> todo = Completeness.missing(form, draft.answers()).stream()
                .map(p -> new InterviewPage.Todo(p.field(), FieldLabels.of(form, p.field(), locale))).toList();
        String newer = forms.current().version().equals(form.version()) ? null : forms.current().version();
        return new InterviewPage(form.title(locale), draft.version(), PlanTexts.time(draft.savedAt()), form.version(), newer,
                new LinkedCount(draft.linkedItems(), draft.allItems()), LinkPanel.of(form, draft.provenance(), disagreements, offered, texts, locale),
                page.sections(), todo, step == Step.REVISE_PLAN, open.isPresent(), form.disclaimer(locale));
    }

    /** Each hazard's list is asked for once a page. */
    private BiFunction<String, String, List<PlaceChoices.PlaceChoice>> choices(CaseId caseId) {
        Map<String, List<PlaceChoices.PlaceChoice>> asked = new HashMap<>();
        return (hazard, kind) -> asked.computeIfAbsent(hazard + "|" + kind,
                k -> places.stream().flatMap(p -> p.of(caseId, hazard, kind).stream()).toList());
    }
}
