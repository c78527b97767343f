package jp.michishirube.review;

import java.util.Locale;
import jp.michishirube.plan.form.PlanForm;

/** Names the fields of remarks and messages on a page. */
record RemarkLabels(PlanForm form, Locale locale) {

    public String of(String pointer) {
        return Addresses.label(form, pointer, locale);
    }
}
