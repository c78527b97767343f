package jp.michishirube.sharing.asking;

import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.interview.FieldNotes;
import jp.michishirube.plan.kept.PlanForms;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Beside the supporters of the plan being written: who agreed and does not stand there yet. */
@Component
class AgreedNotes implements FieldNotes {

    private final Askings askings;
    private final CaseFiles cases;
    private final PlanForms forms;
    private final MessageSource texts;

    AgreedNotes(Askings askings, CaseFiles cases, PlanForms forms, MessageSource texts) {
        this.askings = askings;
        this.cases = cases;
        this.forms = forms;
        this.texts = texts;
    }

    @Override
    public List<FieldNote> of(CaseId caseId) {
        List<Asking> agreed = askings.ofCase(caseId).stream().filter(a -> a.state() == Asking.State.AGREED && !a.inPlan()).toList();
        String pointer = forms.of(caseId).role(Role.SUPPORTERS).map(FormField::pointer).orElse("");
        if (agreed.isEmpty() || pointer.isEmpty()) {
            return List.of();
        }
        Locale locale = LocaleContextHolder.getLocale();
        String link = "/cases/" + cases.get(caseId).number() + "/volunteers";
        return agreed.stream().map(a -> new FieldNote(pointer, "askings.note", texts.getMessage("askings.note.text", new Object[] {a.name()}, locale), "", link, true)).toList();
    }
}
