package jp.michishirube.plan.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One question of a form, or a repeated group of them.
 *
 * @param pointer        address in the definition: {@code /resident/name}; in a group the row is {@code *}: {@code /supporters/*&#47;name}
 * @param key            last part of the pointer
 * @param example        shown beside the input; may be empty
 * @param required       must be filled before submission, where its condition holds
 * @param requiredUnless address of a field that stands in for this one when filled ({@code ./x} in a row); null for none
 * @param links          names of linked facts that may fill it, best first, such as {@code cityos.name}
 * @param seenBy         letters of the readers a shared plan shows it to: S supporter, N neighbourhood association, W 民生委員,
 *                       F fire and police, C care circle; empty for the office and the city alone
 * @param printed        appears on the printed plan
 * @param when           applies only then; null for always
 * @param choices        of CHOICE, CHOICES and PARTY
 * @param rows           of a GROUP with a fixed row for each (the hazards of the evacuation places); else empty
 * @param rowLabel       what one row is called
 * @param maxLength      characters; 0 for no limit of its own
 * @param minimum        of NUMBER, inclusive; null for none
 * @param maximum        of NUMBER, inclusive; null for none
 * @param unit           of NUMBER
 * @param maxRows        of GROUP
 * @param past           of DATE: may not lie in the future
 * @param place          of PLACE: {@code site} or {@code shelter}
 * @param columns        of GROUP: the questions of a row
 */
public record FormField(
        String pointer, String key, FieldKind kind, String label, String labelEn, String help, String helpEn, String example,
        boolean required, String requiredUnless, List<String> links, Set<String> seenBy, boolean printed, Condition when,
        List<Choice> choices, List<Choice> rows, String rowLabel, String rowLabelEn, int maxLength, Long minimum, Long maximum,
        String unit, String unitEn, int maxRows, boolean past, String place, List<FormField> columns) {

    public String label(Locale locale) {
        return Labels.pick(locale, label, labelEn);
    }

    public String help(Locale locale) {
        return Labels.pick(locale, help, helpEn);
    }

    public String unit(Locale locale) {
        return Labels.pick(locale, unit, unitEn);
    }

    public String rowLabel(Locale locale) {
        return Labels.pick(locale, rowLabel, rowLabelEn);
    }

    public Optional<Choice> choice(String code) {
        return choices.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public boolean isGroup() {
        return kind == FieldKind.GROUP;
    }

    /** A group whose rows are given by the form: nobody adds or removes one. */
    public boolean hasFixedRows() {
        return !rows.isEmpty();
    }

    public boolean isLinkable() {
        return !links.isEmpty();
    }
}
