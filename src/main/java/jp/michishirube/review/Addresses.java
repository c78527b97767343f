package jp.michishirube.review;

import java.util.Locale;
import jp.michishirube.plan.form.Address;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;

/** What a remark's pointer means on the form. */
final class Addresses {

    private Addresses() {}

    static boolean isOf(PlanForm form, String pointer) {
        return pointer != null && pointer.length() <= 300 && form.address(pointer).filter(a -> !Address.ANY_ROW.equals(a.rowKey())).isPresent();
    }

    static boolean takesProposal(PlanForm form, String pointer) {
        return pointer != null && form.field(pointer).filter(Addresses::takesProposal).isPresent();
    }

    static boolean takesProposal(FormField field) {
        return field.kind().isSingle();
    }

    /** Section › field, as the form calls them; the pointer itself when the form has it no more. */
    static String label(PlanForm form, String pointer, Locale locale) {
        String key = Answers.parts(pointer).get(0);
        String section = form.section(key).map(s -> s.title(locale)).orElse(key);
        String field = form.field(pointer).or(() -> form.groupOf(pointer)).map(f -> f.label(locale)).orElse("");
        return field.isEmpty() || field.equals(section) ? section : section + " › " + field;
    }
}
