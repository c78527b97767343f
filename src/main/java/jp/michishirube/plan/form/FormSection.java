package jp.michishirube.plan.form;

import java.util.List;
import java.util.Locale;

/**
 * A part of the form under one heading: a top-level property of the schema.
 *
 * @param role what it is to other rooms; null for none, and for a section that is a group, whose question has it
 * @param when applies only then; null for always
 */
public record FormSection(
        String key, Role role, String title, String titleEn, String help, String helpEn, Condition when, List<FormField> fields) {

    public String title(Locale locale) {
        return Labels.pick(locale, title, titleEn);
    }

    public String help(Locale locale) {
        return Labels.pick(locale, help, helpEn);
    }

    /** The section is one repeated group, such as the supporters. */
    public boolean isGroup() {
        return fields.size() == 1 && fields.get(0).address().isInGroup() && fields.get(0).address().group().isEmpty();
    }

    /** 市記入欄: the office neither fills it nor is asked for it. */
    public boolean isFilledByCity() {
        return role == Role.FILLED_BY_CITY;
    }
}
