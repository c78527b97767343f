package jp.michishirube.plan.form;

import java.util.Locale;
import java.util.Optional;

/** The name of a field as a sentence can use it: section › row › field. */
public final class FieldLabels {

    private FieldLabels() {}

    /** @return the address itself where the form does not know it */
    public static String of(PlanForm form, String address, Locale locale) {
        if (address == null || address.isEmpty()) {
            return form.title(locale);
        }
        Optional<FormSection> section = form.section(Answers.parts(address).get(0));
        if (section.isEmpty()) {
            return address;
        }
        StringBuilder label = new StringBuilder(section.get().title(locale));
        Optional<Address> at = form.address(address);
        at.filter(a -> a.rowKey() != null).flatMap(form::groupOf).ifPresent(group -> {
            if (!section.get().isGroup()) {
                label.append(" › ").append(group.label(locale));
            }
            group.row(at.get().rowKey()).ifPresent(r -> label.append(" › ").append(r.label(locale)));
        });
        at.flatMap(form::field).filter(f -> !(section.get().isGroup() && f.isGroup())).ifPresent(f -> label.append(" › ").append(f.label(locale)));
        return label.toString();
    }
}
