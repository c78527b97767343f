package jp.michishirube.plan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

    /** @param says further words, such as when they arrive */
    public record Who(String name, String relation, String phone, List<String> says) {

        /** For a link that calls. */
        public String getDial() {
            return phone.replaceAll("[^0-9+]", "");
        }
    }

    public record Said(String label, String value) {}

    private static final List<Role> HOW = List.of(Role.MOVEMENT, Role.ROUTE_MEANS, Role.NEEDS, Role.NEEDS_OTHER, Role.NEEDS_PEOPLE, Role.NEEDS_TOOLS,
            Role.ROUTE_MINUTES, Role.ROUTE_DISTANCE, Role.ROUTE_AVOID);

    /** What a label says to whoever fills the form in, and to nobody who reads it. */
    private static final Pattern HINT = Pattern.compile("\\s*[（(](?:あてはまる|all that)[^）)]*[）)]$");

    public static PlanCard of(FilledPlan plan, Locale locale) {
        return of(plan, q -> true, locale);
    }

    /** @param seen what of the plan this card's reader may see */
    public static PlanCard of(FilledPlan plan, Predicate<AskedQuestion> seen, Locale locale) {
        return new Reading(plan, seen, locale).card();
    }

    private record Reading(FilledPlan plan, Predicate<AskedQuestion> seen, Locale locale) {

        PlanCard card() {
            String other = text(Role.START_OTHER);
            return new PlanCard(other.isEmpty() ? text(Role.START_WHEN) : other, text(Role.START_ORDER), where(),
                    who(Role.SUPPORTERS, Role.SUPPORTER_NAME, Role.SUPPORTER_RELATION, Role.SUPPORTER_PHONE,
                            List.of(Role.SUPPORTER_MINUTES)),
                    who(Role.CONTACTS, Role.CONTACT_NAME, Role.CONTACT_RELATION, Role.CONTACT_PHONE, List.of()),
                    HOW.stream().flatMap(role -> at(role).stream()).map(q -> new Said(HINT.matcher(q.field().label(locale)).replaceFirst(""), q.text(locale))).toList());
        }

        private List<Where> where() {
            record Both(Place go, Place stay) {}
            Map<Both, List<String>> hazards = new LinkedHashMap<>();
            for (AskedRow row : plan.rows(Role.PLACES)) {
                Place site = place(row, Role.PLACE_SITE).or(() -> cell(row, Role.PLACE_OTHER).map(q -> new Place(q.text(locale), ""))).orElse(null);
                Place stay = place(row, Role.PLACE_SHELTER).filter(p -> !p.equals(site)).orElse(null);
                if (site != null || stay != null) {
                    hazards.computeIfAbsent(site == null ? new Both(stay, null) : new Both(site, stay), b -> new ArrayList<>()).add(row.label(locale));
                }
            }
            return hazards.entrySet().stream().map(e -> new Where(e.getValue(), e.getKey().go(), e.getKey().stay())).toList();
        }

        private Optional<Place> place(AskedRow row, Role role) {
            return cell(row, role).map(q -> new Place(q.value().path("name").asText(), q.value().path("address").asText())).filter(p -> !p.name().isBlank());
        }

        private List<Who> who(Role group, Role name, Role relation, Role phone, List<Role> says) {
            return plan.rows(group).stream().map(row -> new Who(text(row, name), text(row, relation), text(row, phone),
                    says.stream().flatMap(role -> cell(row, role).stream()).map(this::labelled).toList())).filter(w -> !w.name().isEmpty()).toList();
        }

        private String labelled(AskedQuestion q) {
            return q.field().label(locale) + (Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ": " : "：") + q.text(locale);
        }

        private Optional<AskedQuestion> cell(AskedRow row, Role role) {
            return row.asked().filter(q -> q.field().role() == role && q.isAnswered() && seen.test(q)).findFirst();
        }

        private Optional<AskedQuestion> at(Role role) {
            return plan.at(role).filter(q -> q.isAnswered() && seen.test(q));
        }

        private String text(AskedRow row, Role role) {
            return cell(row, role).map(q -> q.text(locale)).orElse("");
        }

        private String text(Role role) {
            return at(role).map(q -> q.text(locale)).orElse("");
        }
    }
}
