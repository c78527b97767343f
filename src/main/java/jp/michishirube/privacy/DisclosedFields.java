package jp.michishirube.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.plan.form.FieldLabels;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;

/** The fields of a disclosure as the form names them, in the form's order: nobody reads addresses. */
final class DisclosedFields {

    private DisclosedFields() {}

    /** @return label, and how many times it was given: two supporters' names are two of one label */
    static Map<String, Integer> of(PlanForm form, Collection<String> addresses, Locale locale) {
        List<String> order = form.fields().map(FormField::pointer).toList();
        Map<String, Integer> labels = new LinkedHashMap<>();
        addresses.stream().sorted(Comparator.comparingInt((String a) -> place(form, order, a)).thenComparing(a -> a))
                .forEach(a -> labels.merge(FieldLabels.of(form, a, locale), 1, Integer::sum));
        return labels;
    }

    private static int place(PlanForm form, List<String> order, String address) {
        return form.field(address).map(f -> order.indexOf(f.pointer())).orElse(order.size());
    }
}
