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
        String sectionKey = Answers.parts(address).get(0);
        Optional<FormSection> section = form.section(sectionKey);
        if (section.isEmpty()) {
            return address;
        }
        StringBuilder label = new StringBuilder(section.get().title(locale));
        Optional<FormField> group = form.groupOf(address);
        if (group.isPresent()) {
            if (!section.get().isGroup()) {
                label.append(" › ").append(group.get().label(locale));
            }
            String row = Answers.parts(address.substring(group.get().pointer().length())).get(0);
            group.get().rows().stream().filter(r -> r.code().equals(row)).findFirst().ifPresent(r -> label.append(" › ").append(r.label(locale)));
        }
        form.field(address).filter(f -> !(section.get().isGroup() && f.isGroup())).ifPresent(f -> label.append(" › ").append(f.label(locale)));
        return label.toString();
    }
}
