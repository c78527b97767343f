package jp.michishirube.plan.form;

import java.util.List;
import java.util.Locale;

/**
 * A part of the form under one heading: a top-level property of the schema.
 *
 * @param when applies only then; null for always
 */
public record FormSection(String key, String title, String titleEn, String help, String helpEn, Condition when, List<FormField> fields) {

    public String title(Locale locale) {
        return Labels.pick(locale, title, titleEn);
    }

    public String help(Locale locale) {
        return Labels.pick(locale, help, helpEn);
    }

    /** The section is one repeated group, such as the supporters. */
    public boolean isGroup() {
        return fields.size() == 1 && fields.get(0).pointer().equals("/" + key);
    }
}
