package jp.michishirube.plan.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One question of a form, or a repeated group of them.
 *
 * @param address in the definition; in a group the row is {@link Address#ANY_ROW}
 * @param role    what it is to other rooms; null for none
 * @param when    applies only then; null for always
 * @param choices of CHOICE, CHOICES and PARTY
 * @param columns of GROUP: the questions of a row
 */
public record FormField(
        Address address, FieldKind kind, Role role, Wording wording, Duty duty, Uses uses, Limits limits, Condition when, List<Choice> choices, Rows repeated,
        List<FormField> columns) {

    /** @param example shown beside the input; may be empty */
    public record Wording(String label, String labelEn, String help, String helpEn, String example, String unit, String unitEn) {}

    /**
     * @param required must be filled before submission, where its condition holds
     * @param unless   address of a field that stands in for this one when filled ({@code ./x} in a row); null for none
     */
    public record Duty(boolean required, String unless) {}

    /**
     * @param links   names of linked facts that may fill it, best first, such as {@code cityos.name}
     * @param seenBy  letters of the readers a shared plan shows it to: S supporter, N neighbourhood association, W 民生委員,
     *                F fire and police, C care circle; empty for the office and the city alone
     * @param printed appears on the printed plan
     */
    public record Uses(List<String> links, Set<String> seenBy, boolean printed) {}

    /**
     * @param maxLength characters; 0 for no limit of its own
     * @param minimum   of NUMBER, inclusive; null for none
     * @param maximum   of NUMBER, inclusive; null for none
     * @param past      of DATE: may not lie in the future
     * @param place     of PLACE: {@code site} or {@code shelter}
     */
    public record Limits(int maxLength, Long minimum, Long maximum, boolean past, String place) {}

    /**
     * @param fixed a fixed row for each (the hazards of the evacuation places); else empty
     * @param label what one row is called
     * @param most  how many there may be
     */
    public record Rows(List<Choice> fixed, String label, String labelEn, int most) {}

    /** {@code /resident/name}; in a group the row is {@code *}: {@code /supporters/*&#47;name}. */
    public String pointer() {
        return address.toString();
    }

    /** The property that keeps its answer. */
    public String key() {
        return address.column() != null ? address.column() : address.group().isEmpty() ? address.section() : address.group();
    }

    /** What holders' facts call it, as a column: its role's word, else its key. */
    public String fact() {
        return role == null ? key() : role.fact();
    }

    public String label() {
        return wording.label();
    }

    public String label(Locale locale) {
        return Labels.pick(locale, wording.label(), wording.labelEn());
    }

    public String help(Locale locale) {
        return Labels.pick(locale, wording.help(), wording.helpEn());
    }

    public String example() {
        return wording.example();
    }

    public String unit() {
        return wording.unit();
    }

    public String unit(Locale locale) {
        return Labels.pick(locale, wording.unit(), wording.unitEn());
    }

    public boolean required() {
        return duty.required();
    }

    public String requiredUnless() {
        return duty.unless();
    }

    public List<String> links() {
        return uses.links();
    }

    /** Whether its answer goes along into the next plan; a question or group outside rows. Photos are taken anew. */
    public boolean isRenewed() {
        return links().contains(Holder.previous(pointer()));
    }

    public boolean isLinkable() {
        return !uses.links().isEmpty();
    }

    public Set<String> seenBy() {
        return uses.seenBy();
    }

    public boolean printed() {
        return uses.printed();
    }

    public int maxLength() {
        return limits.maxLength();
    }

    public Long minimum() {
        return limits.minimum();
    }

    public Long maximum() {
        return limits.maximum();
    }

    public boolean past() {
        return limits.past();
    }

    public String place() {
        return limits.place();
    }

    public Optional<Choice> choice(String code) {
        return choices.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public boolean isGroup() {
        return kind == FieldKind.GROUP;
    }

    public List<Choice> rows() {
        return repeated.fixed();
    }

    public int maxRows() {
        return repeated.most();
    }

    public String rowLabel() {
        return repeated.label();
    }

    public String rowLabel(Locale locale) {
        return Labels.pick(locale, repeated.label(), repeated.labelEn());
    }

    /** A group whose rows are given by the form: nobody adds or removes one. */
    public boolean hasFixedRows() {
        return !repeated.fixed().isEmpty();
    }

    /** The fixed row of that code; empty for none, and where people add rows. */
    public Optional<Choice> row(String code) {
        return repeated.fixed().stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** The column that names a row, in the facts of holders and in differences; empty where the form says none. */
    public Optional<FormField> naming() {
        return columns.stream().filter(c -> c.fact().equals("name")).findFirst();
    }

    /** The column with that role, where the form has it. */
    public Optional<FormField> column(Role wanted) {
        return columns.stream().filter(c -> c.role() == wanted).findFirst();
    }
}
