package jp.michishirube.signing;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.plan.form.FormField;
import org.springframework.stereotype.Component;

/** A question without its answer, with room for a hand and boxes to tick. */
@Component
class BlankRows {

    private static final int ENTRIES = 2;
    /** A form that asks for so many at most has room for all of them. */
    private static final int FEW = 3;

    private final PlanRows printed;

    BlankRows(PlanRows printed) {
        this.printed = printed;
    }

    /** None for what is not printed. */
    List<Row> of(FormField field) {
        if (!field.isGroup()) {
            return List.of(new Row(field.label(), field.kind().space(field), "", 0));
        }
        List<Row> rows = new ArrayList<>();
        int entries = field.hasFixedRows() ? field.rows().size() : field.maxRows() == FEW ? FEW : ENTRIES;
        for (int i = 0; i < entries; i++) {
            if (field.hasFixedRows()) {
                rows.add(new Row(printed.rowLabel(field), field.rows().get(i).label(), "", i + 1));
            }
            for (FormField column : field.columns()) {
                if (column.printed() && !column.kind().isAttachment()) {
                    rows.add(new Row(column.label(), column.kind().space(column), "", i + 1));
                }
            }
        }
        return rows;
    }
}
