package jp.michishirube.sharing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.PlanForm;
import jp.michishirube.plan.Submission;
import org.springframework.stereotype.Component;

/** A recipient's copy on paper: what that recipient may see, with for whom it is on every page. */
@Component
class ExtractPrint {

    private static final String TEMPLATE = "plan-a";

    private final Printer printer;
    private final Municipality municipality;

    ExtractPrint(Printer printer, Municipality municipality) {
        this.printer = printer;
        this.municipality = municipality;
    }

    byte[] pdf(CaseFile file, Submission plan, PlanForm form, Recipient recipient, Extract extract) {
        var sections = extract.sections().stream().map(s -> new PrintedPlan.Section(s.key(), s.title(), s.rows().stream()
                .map(r -> new PrintedPlan.Row(r.label(), r.value(), "", r.item())).toList())).toList();
        var head = new PrintedPlan.Head(form.title(Locale.JAPANESE), municipality.name(), file.number().value(),
                file.resident().name(), plan.version(), LocalDate.ofInstant(plan.at(), ZoneId.of("Asia/Tokyo")), "", "route");
        var foot = new PrintedPlan.Foot(null, form.disclaimer(Locale.JAPANESE), recipient.name(), false, false);
        return printer.plan(new PrintedPlan(PrintedPlan.Layout.of(TEMPLATE), head, sections, null, foot));
    }
}
