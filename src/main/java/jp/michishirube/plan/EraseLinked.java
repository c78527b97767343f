package jp.michishirube.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes linked values away when the consent they were fetched under is withdrawn: those that nobody confirmed by submitting them. What
 * a person edited stays as that person's word, without the holder's original. The roster's values stay: their ground is law.
 */
@Service
public class EraseLinked {

    private static final Set<Holder> BY_CONSENT = EnumSet.of(Holder.CITY_OS, Holder.GATEWAY, Holder.DISASTER_APP, Holder.CARE_CIRCLE, Holder.JAHIS,
            Holder.PREVIOUS_PLAN);

    private final PlanForms forms;
    private final Drafts drafts;
    private final FactOffers offers;
    private final Timeline timeline;
    private final Clock clock;

    EraseLinked(PlanForms forms, Drafts drafts, FactOffers offers, Timeline timeline, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.offers = offers;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @return how many values went */
    @Transactional
    public int of(CaseId caseId) {
        return of(caseId, BY_CONSENT);
    }

    /** The same for some holders alone, where one consent of several was withdrawn. */
    @Transactional
    public int of(CaseId caseId, Set<Holder> holders) {
        offers.forget(caseId, holders);
        Draft draft = drafts.lock(caseId).orElse(null);
        if (draft == null) {
            return 0;
        }
        PlanForm form = forms.version(draft.formVersion());
        ObjectNode answers = draft.answers().deepCopy();
        ObjectNode provenance = draft.provenance().deepCopy();
        int gone = erase(form, answers, provenance, holders);
        // What the city holds itself steps back into the gaps.
        offers.of(caseId).stream().filter(o -> o.holder() == Holder.ROSTER).forEach(o -> FactMerge.into(form, answers, provenance,
                new FactMerge.Offer(Holder.ROSTER, o.asOf(), o.consentRecordId(), o.facts()), LocalDate.now(clock)));
        Draft erased = new Draft(caseId, draft.formVersion(), answers, provenance, draft.version(), draft.logFloor(), 0, 0, draft.savedAt(), draft.savedBy())
                .saved(clock.instant(), "michishirube", LinkedCount.of(form, answers, provenance)).closed();
        drafts.store(erased);
        drafts.forgetSaves(caseId);
        if (gone > 0) {
            timeline.append(caseId, "linked-values-erased", Map.of("count", String.valueOf(gone)));
        }
        return gone;
    }

    static int erase(PlanForm form, ObjectNode answers, ObjectNode provenance, Set<Holder> holders) {
        int gone = 0;
        List<String> addresses = new ArrayList<>();
        provenance.fieldNames().forEachRemaining(addresses::add);
        for (String address : addresses) {
            JsonNode entry = provenance.get(address);
            if (holders.stream().noneMatch(h -> Provenance.isFrom(entry, h)) || Provenance.isConfirmed(entry)) {
                continue;
            }
            if (Provenance.isLinked(entry)) {
                Answers.put(form, answers, address, null);
                provenance.remove(address);
                gone++;
            } else {
                ((ObjectNode) entry).retain("kind", "by", "at");
                ((ObjectNode) entry).put("kind", "typed");
            }
        }
        dropEmptyRows(form, answers);
        return gone;
    }

    private static void dropEmptyRows(PlanForm form, ObjectNode answers) {
        form.fields().filter(FormField::isGroup).forEach(g -> {
            if (Answers.get(answers, g.pointer()) instanceof ArrayNode rows) {
                for (int i = rows.size() - 1; i >= 0; i--) {
                    if (Answers.isEmpty(rows.get(i))) {
                        rows.remove(i);
                    }
                }
            }
        });
    }
}
