package jp.michishirube.plan.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNote;
import jp.michishirube.plan.kept.PlanTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on every page of a case why there is no plan to read, or why values are missing from it. */
@Component
class ErasedNotes implements CaseNote.Source {

    private final Redactions redactions;
    private final MessageSource messages;

    ErasedNotes(Redactions redactions, MessageSource messages) {
        this.redactions = redactions;
        this.messages = messages;
    }

    @Override
    public Map<CaseId, List<CaseNote>> of(Collection<CaseId> cases, Locale locale) {
        Map<CaseId, List<CaseNote>> notes = new HashMap<>();
        redactions.givenUp(cases).forEach((id, at) -> put(notes, id, "given-up", at, locale));
        redactions.missingNow(cases).forEach((id, at) -> put(notes, id, "redacted", at, locale));
        return notes;
    }

    private void put(Map<CaseId, List<CaseNote>> notes, CaseId id, String what, Instant at, Locale locale) {
        notes.computeIfAbsent(id, i -> new ArrayList<>()).add(new CaseNote(messages.getMessage("plan.erased." + what + ".badge", null, locale),
                messages.getMessage("plan.erased." + what, new Object[] {PlanTexts.day(at, locale)}, locale), "timeline"));
    }
}
