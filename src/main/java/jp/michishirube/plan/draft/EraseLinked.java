package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Resident;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.ContentErased;
import jp.michishirube.plan.versions.ErasedWords;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes linked values away when the consent they were fetched under is withdrawn: out of the draft, of what the holders offered and of
 * every version handed in, whoever confirmed them meanwhile. What a person edited stays as that person's word, without the holder's
 * original. The roster's values stay: their ground is law. A plan in force stays as it was signed: the person is told so when choosing. A
 * version that is to replace it is not in force yet, and nothing of other holders goes into it.
 */
@Service
@NamedInterface("draft")
public class EraseLinked {

    private static final Set<Holder> BY_CONSENT = EnumSet.of(Holder.CITY_OS, Holder.GATEWAY, Holder.DISASTER_APP, Holder.CARE_CIRCLE, Holder.JAHIS,
            Holder.PREVIOUS_PLAN);

    private final PlanForms forms;
    private final Drafts drafts;
    private final FactOffers offers;
    private final Submissions submissions;
    private final PlanInForce plans;
    private final Redactions redactions;
    private final CaseFiles cases;
    private final CaseProcess process;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EraseLinked(PlanForms forms, Drafts drafts, FactOffers offers, Submissions submissions, PlanInForce plans, Redactions redactions, CaseFiles cases,
            CaseProcess process, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.offers = offers;
        this.submissions = submissions;
        this.plans = plans;
        this.redactions = redactions;
        this.cases = cases;
        this.process = process;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A plan that waits for its check, seal, signature or sharing goes back to its office: what was handed in is not there any more.
     *
     * @return how many values went
     */
    @Transactional
    public int of(CaseId caseId) {
        cases.hold(caseId);
        CaseFile file = cases.get(caseId);
        boolean inForce = file.state().isInForce();
        ErasedWords words = new ErasedWords();
        Set<String> fields = new LinkedHashSet<>();
        offers.of(caseId).stream().filter(o -> BY_CONSENT.contains(o.holder())).forEach(o -> words.addAll(o.facts()));
        offers.forget(caseId, BY_CONSENT);
        fromDraft(file, words, fields);
        if (inForce) {
            redactions.add(caseId, Redactions.WHOLE_PLAN, Redactions.Reason.LINKAGE_STOPPED, null, List.of());
        }
        int versions = fromVersions(caseId, inForce ? plans.of(caseId).map(Submission::version).orElse(0) : 0, words, fields);
        if (inForce && versions == 0) {
            return fields.size();
        }
        known(file.resident(), words);
        events.publishEvent(new ContentErased(caseId, false, Set.copyOf(fields), words));
        if (!fields.isEmpty()) {
            timeline.append(caseId, versions == 0 ? "linked-values-erased" : "linked-values-erased-from-versions",
                    Map.of("count", String.valueOf(fields.size()), "versions", String.valueOf(versions)));
        }
        if (versions > 0 && process.backToOffice(caseId)) {
            timeline.append(caseId, "plan-back-after-erasing");
        }
        return fields.size();
    }

    private void fromDraft(CaseFile file, ErasedWords words, Set<String> fields) {
        Draft draft = drafts.lock(file.id()).orElse(null);
        if (draft == null) {
            return;
        }
        PlanForm form = forms.version(draft.formVersion());
        ObjectNode answers = draft.answers().deepCopy();
        ObjectNode provenance = draft.provenance().deepCopy();
        fields.addAll(erase(form, answers, provenance, BY_CONSENT, words));
        // What the city holds itself steps back into the gaps.
        offers.of(file.id()).stream().filter(o -> o.holder() == Holder.ROSTER).forEach(o -> FactMerge.into(form, answers, provenance,
                new FactMerge.Offer(Holder.ROSTER, o.asOf(), o.consentRecordId(), o.facts()), LocalDate.now(clock)));
        Draft erased = new Draft(file.id(), draft.formVersion(), answers, provenance, draft.version(), draft.logFloor(), 0, 0, draft.savedAt(), draft.savedBy())
                .saved(clock.instant(), "michishirube", LinkedCount.of(FilledPlan.of(form, answers), provenance)).closed();
        drafts.store(erased);
        drafts.forgetSaves(file.id());
    }

    /** @param inForce the versions up to this one stay as they were signed; 0 for none */
    private int fromVersions(CaseId caseId, int inForce, ErasedWords words, Set<String> fields) {
        List<Submission> all = submissions.of(caseId).stream().filter(s -> s.version() > inForce).toList();
        List<List<String>> gone = new ArrayList<>();
        List<Submission> left = new ArrayList<>();
        for (Submission s : all) {
            ObjectNode answers = s.answers().deepCopy();
            ObjectNode provenance = s.provenance().deepCopy();
            gone.add(erase(forms.version(s.formVersion()), answers, provenance, BY_CONSENT, words));
            left.add(new Submission(s.version(), answers, provenance, s.at(), s.by(), s.formVersion()));
        }
        int redacted = 0;
        for (int i = 0; i < all.size(); i++) {
            if (!left.get(i).provenance().equals(all.get(i).provenance())) {
                String former = submissions.redact(caseId, left.get(i), gone.get(i), words);
                redactions.add(caseId, left.get(i).version(), Redactions.Reason.LINKED_DATA_WITHDRAWN, former, gone.get(i));
                redacted++;
            }
            fields.addAll(gone.get(i));
        }
        return redacted;
    }

    private static void known(Resident r, ErasedWords words) {
        List.of(String.valueOf(r.name()), String.valueOf(r.kana()), String.valueOf(r.birthDate()), DateWords.partly(r.birthKnown(), false), String.valueOf(r.postalCode()),
                String.valueOf(r.address()), String.valueOf(r.phone()), String.valueOf(r.area())).forEach(words::except);
    }

    /** @return the addresses that are empty now */
    static List<String> erase(PlanForm form, ObjectNode answers, ObjectNode provenance, Set<Holder> holders, ErasedWords words) {
        List<String> gone = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        provenance.fieldNames().forEachRemaining(addresses::add);
        for (String address : addresses) {
            JsonNode entry = provenance.get(address);
            words.addAll(entry.path("passedOver"));
            ((ObjectNode) entry).remove("passedOver");
            if (holders.stream().noneMatch(h -> Provenance.isFrom(entry, h))) {
                continue;
            }
            if (Provenance.isLinked(entry)) {
                JsonNode value = Answers.get(answers, address);
                form.field(address).ifPresent(f -> words.add(f, value));
                Answers.put(form, answers, address, null);
                provenance.remove(address);
                gone.add(address);
            } else {
                words.addAll(entry.path("original"));
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
