package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.Drafts;
import jp.michishirube.plan.PlanForms;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Condition;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.stereotype.Component;

/** Whether a remark's field still belongs to the plan as it is written now. */
@Component
class PlanNow {

    private final Drafts drafts;
    private final PlanForms forms;

    PlanNow(Drafts drafts, PlanForms forms) {
        this.drafts = drafts;
        this.forms = forms;
    }

    boolean applies(CaseId caseId, String pointer) {
        return drafts.find(caseId).map(d -> applies(forms.version(d.formVersion()), d.answers(), pointer)).orElse(true);
    }

    static boolean applies(PlanForm form, ObjectNode answers, String pointer) {
        String section = pointer.substring(1).split("/", 2)[0];
        if (!Addresses.isOf(form, pointer) || !form.section(section).map(s -> holds(s.when(), answers, null)).orElse(false)) {
            return false;
        }
        Optional<FormField> group = form.groupOf(pointer);
        if (group.isEmpty()) {
            return form.field(pointer).map(f -> holds(f.when(), answers, null)).orElse(true);
        }
        String key = pointer.substring(group.get().pointer().length() + 1).split("/", 2)[0];
        JsonNode row = Answers.row(Answers.get(answers, group.get().pointer()), key);
        return (row != null || group.get().hasFixedRows()) && holds(group.get().when(), answers, null)
                && form.field(pointer).map(f -> holds(f.when(), answers, row)).orElse(true);
    }

    private static boolean holds(Condition when, ObjectNode answers, JsonNode row) {
        return when == null || when.holds(answers, row);
    }
}
