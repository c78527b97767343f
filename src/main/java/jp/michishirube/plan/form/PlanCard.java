package jp.michishirube.plan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one acts on: when to leave, where to, with whom, how, whom to call. Found by the roles of the plan's own form; a form that does not
 * ask something has nothing of it here.
 *
 * @param when  empty where nothing is said
 * @param calls in which order to call; empty where nothing is said
 */
public record PlanCard(String when, String calls, List<Where> where, List<Who> supporters, List<Who> contacts, List<Said> how) {

    /**
     * A place with all the hazards that it is for: one place named for each hazard is one line.
     *
     * @param hazards in words
     * @param stay    where to stay afterwards; null for none
     */
    public record Where(List<String> hazards, Place go, Place stay) {}

    /** @param address empty where the list tells none, or for a home of relatives */
    public record Place(String name, String address) {}

    /** @param says further words: arrival, agreement */
    public record Who(String name, String relation, String phone, List<String> says) {

        /** For a link that calls. */
        public String getDial() {
            return phone.replaceAll("[^0-9+]", "");
        }
    }

    public record Said(String label, String value) {}

    private static final List<Role> HOW = List.of(Role.MOVEMENT, Role.ROUTE_MEANS, Role.NEEDS, Role.NEEDS_OTHER, Role.NEEDS_PEOPLE, Role.NEEDS_TOOLS,
            Role.ROUTE_MINUTES, Role.ROUTE_DISTANCE, Role.ROUTE_AVOID);

    public static PlanCard of(FilledPlan plan, Locale locale) {
        String other = text(plan, Role.START_OTHER, locale);
        return new PlanCard(other.isEmpty() ? text(plan, Role.START_WHEN, locale) : other, text(plan, Role.START_ORDER, locale), where(plan, locale),
                who(plan, Role.SUPPORTERS, Role.SUPPORTER_NAME, Role.SUPPORTER_RELATION, Role.SUPPORTER_PHONE,
                        List.of(Role.SUPPORTER_MINUTES, Role.SUPPORTER_AGREEMENT), locale),
                who(plan, Role.CONTACTS, Role.CONTACT_NAME, Role.CONTACT_RELATION, Role.CONTACT_PHONE, List.of(), locale),
                HOW.stream().flatMap(role -> plan.at(role).stream()).filter(AskedQuestion::isAnswered)
                        .map(q -> new Said(q.field().label(locale), q.text(locale))).toList());
    }

    private static List<Where> where(FilledPlan plan, Locale locale) {
        record Both(Place go, Place stay) {}
        Map<Both, List<String>> hazards = new LinkedHashMap<>();
        for (AskedRow row : plan.rows(Role.PLACES)) {
            Place site = place(row, Role.PLACE_SITE).or(() -> other(row, locale)).orElse(null);
            Place stay = place(row, Role.PLACE_SHELTER).filter(p -> !p.equals(site)).orElse(null);
            if (site != null || stay != null) {
                hazards.computeIfAbsent(site == null ? new Both(stay, null) : new Both(site, stay), b -> new ArrayList<>()).add(row.label(locale));
            }
        }
        return hazards.entrySet().stream().map(e -> new Where(e.getValue(), e.getKey().go(), e.getKey().stay())).toList();
    }

    private static Optional<Place> place(AskedRow row, Role role) {
        return cell(row, role).map(q -> new Place(q.value().path("name").asText(), q.value().path("address").asText())).filter(p -> !p.name().isBlank());
    }

    private static Optional<Place> other(AskedRow row, Locale locale) {
        return cell(row, Role.PLACE_OTHER).map(q -> new Place(q.text(locale), ""));
    }

    private static List<Who> who(FilledPlan plan, Role group, Role name, Role relation, Role phone, List<Role> says, Locale locale) {
        return plan.rows(group).stream().map(row -> new Who(text(row, name, locale), text(row, relation, locale), text(row, phone, locale),
                says.stream().flatMap(role -> cell(row, role).stream()).map(q -> labelled(q.field(), q.text(locale), locale)).toList())).toList();
    }

    private static String labelled(FormField field, String value, Locale locale) {
        return field.label(locale) + (Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ": " : "：") + value;
    }

    private static Optional<AskedQuestion> cell(AskedRow row, Role role) {
        return row.asked().filter(q -> q.field().role() == role && q.isAnswered()).findFirst();
    }

    private static String text(AskedRow row, Role role, Locale locale) {
        return cell(row, role).map(q -> q.text(locale)).orElse("");
    }

    private static String text(FilledPlan plan, Role role, Locale locale) {
        return Stream.of(role).flatMap(r -> plan.at(r).stream()).map(q -> q.text(locale)).findFirst().orElse("");
    }
}
