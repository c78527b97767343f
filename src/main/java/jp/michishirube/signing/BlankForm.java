package jp.michishirube.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.PlanForms;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.stereotype.Component;

/** The form without answers, to be written by hand at the bedside or in a power cut: room for a hand, boxes to tick. */
@Component
class BlankForm {

    private static final int ENTRIES = 2;
    /** A form that asks for so many at most has room for all of them. */
    private static final int FEW = 3;
    private static final int SHORT = 80;

    private final PlanForms forms;
    private final Municipality municipality;
    private final PlanPrints prints;
    private final PlanRows printedRows;
    private final Printer printer;

    BlankForm(PlanForms forms, Municipality municipality, PlanPrints prints, PlanRows printedRows, Printer printer) {
        this.forms = forms;
        this.municipality = municipality;
        this.prints = prints;
        this.printedRows = printedRows;
        this.printer = printer;
    }

    byte[] pdf() {
        PlanForm form = forms.current();
        List<PrintedPlan.Section> sections = form.sections().stream().map(s -> new PrintedPlan.Section(s.key(), s.title(Locale.JAPANESE),
                s.fields().stream().filter(f -> f.printed() && !f.kind().isAttachment()).flatMap(f -> rows(f).stream()).toList(),
                PlanPrints.look(form, s), null))
                .filter(s -> !s.rows().isEmpty()).toList();
        return printer.plan(new PrintedPlan(PrintedPlan.Layout.of(prints.template(form)),
                new PrintedPlan.Head(form.title(Locale.JAPANESE), municipality.name(), null, "", 0, null, "", null), sections, null,
                new PrintedPlan.Foot(null, form.disclaimer(Locale.JAPANESE), null, false, true)));
    }

    private List<Row> rows(FormField field) {
        if (!field.isGroup()) {
            return List.of(new Row(field.label(), space(field), "", 0));
        }
        List<Row> rows = new ArrayList<>();
        int entries = field.hasFixedRows() ? field.rows().size() : field.maxRows() == FEW ? FEW : ENTRIES;
        for (int i = 0; i < entries; i++) {
            if (field.hasFixedRows()) {
                rows.add(new Row(printedRows.rowLabel(field), field.rows().get(i).label(), "", i + 1));
            }
            for (FormField column : field.columns()) {
                if (column.printed() && !column.kind().isAttachment()) {
                    rows.add(new Row(column.label(), space(column), "", i + 1));
                }
            }
        }
        return rows;
    }

    private static String space(FormField field) {
        return switch (field.kind()) {
            case CHOICE, CHOICES, PARTY -> field.choices().stream().map(c -> "□" + c.label()).collect(Collectors.joining("　"));
            case YES_NO -> "□はい　□いいえ";
            case DATE -> "　　　　年　　月　　日";
            case NUMBER -> "　　　　　" + field.unit();
            case LONG_TEXT -> "\n\n";
            case ADDRESS -> "　".repeat(30);
            case PLACE -> "　".repeat(14);
            case PHONE, POSTAL_CODE -> "　".repeat(9);
            default -> "　".repeat(field.maxLength() > SHORT ? 14 : 9);
        };
    }
}
