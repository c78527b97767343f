package jp.michishirube.signing;

import java.util.List;
import java.util.Locale;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.stereotype.Component;

/** The form without answers, to be written by hand at the bedside or in a power cut: room for a hand, boxes to tick. */
@Component
class BlankForm {

    private final PlanForms forms;
    private final Municipality municipality;
    private final PlanPrints prints;
    private final BlankRows rows;
    private final Printer printer;

    BlankForm(PlanForms forms, Municipality municipality, PlanPrints prints, BlankRows rows, Printer printer) {
        this.forms = forms;
        this.municipality = municipality;
        this.prints = prints;
        this.rows = rows;
        this.printer = printer;
    }

    byte[] pdf() {
        PlanForm form = forms.current();
        List<PrintedPlan.Section> sections = form.sections().stream().map(s -> new PrintedPlan.Section(s.key(), s.title(Locale.JAPANESE),
                s.fields().stream().filter(f -> f.printed() && !f.kind().isAttachment()).flatMap(f -> rows.of(f).stream()).toList(),
                PlanPrints.look(form, s), null))
                .filter(s -> !s.rows().isEmpty()).toList();
        return printer.plan(new PrintedPlan(PrintedPlan.Layout.of(prints.template(form)),
                new PrintedPlan.Head(form.title(Locale.JAPANESE), municipality.name(), null, "", 0, null, "", null), sections, null,
                new PrintedPlan.Foot(null, form.disclaimer(Locale.JAPANESE), null, false, true)));
    }
}
