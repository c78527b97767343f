package jp.michishirube.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may know of a protected resident (支援措置): on the screen the office that makes the plan, whoever of the city has the case's step
 * before him, and the roles that set the protection; no system, and nobody on paper or in a file. Asked live each time; who is unknown is
 * told nothing.
 */
@Component
public class ProtectedPeople {

    private final JdbcClient jdbc;
    private final CaseWork work;
    private final ProtectionPolicy policy;

    ProtectedPeople(JdbcClient jdbc, CaseWork work, Municipality municipality) {
        this.jdbc = jdbc;
        this.work = work;
        this.policy = municipality.section("protection", ProtectionPolicy.class);
    }

    /** Roles that may set, see and end the protection. */
    public Set<Role> setters() {
        return policy.setBy();
    }

    /** Whether this person may set, see and end it, and sees these people in lists on the screen. */
    public boolean maySet(Person person) {
        return !person.system() && policy.setBy().stream().anyMatch(person::has);
    }

    /**
     * Protections of which somebody has to say soon, or now, whether they go on.
     *
     * @return for each a mark that changes with its next stage, and that names nobody
     */
    public List<String> toDecide(LocalDate today) {
        return jdbc.sql("select id, until from casefile.protection where ended_at is null and (until is null or until <= ?) order by id")
                .param(today.plusWeeks(Protection.WEEKS_BEFORE)).query((rs, n) -> {
                    LocalDate until = rs.getObject("until", LocalDate.class);
                    return rs.getLong("id") + (until == null || until.isBefore(today) ? ":due" : until.isAfter(today.plusWeeks(1)) ? ":weeks" : ":week");
                }).list();
    }

    /** @param phone as it is written; null where none is known, {@code kana} likewise */
    public record Known(String name, String kana, String phone) {}

    /** All who are protected, for lists of people who are known by name and number alone. Never shown. */
    public List<Known> all() {
        return jdbc.sql("select r.name, r.kana, r.phone from casefile.protection p join casefile.resident r on r.id = p.resident_id where p.ended_at is null")
                .query((rs, n) -> new Known(rs.getString(1), rs.getString(2), rs.getString(3))).list();
    }

    Person setter(Person me) {
        if (!maySet(me)) {
            throw Problem.forbidden("protection-not-yours");
        }
        return me;
    }

    /** @param leaves the list goes to paper or into a file */
    public Set<CaseId> hiddenCases(Person reader, Collection<CaseId> cases, boolean leaves) {
        if (cases.isEmpty() || maySet(reader) && !leaves) {
            return Set.of();
        }
        Map<CaseId, String> guarded = new HashMap<>();
        jdbc.sql("select case_id, office from casefile.guarded where case_id = any(?)").param(cases.stream().map(CaseId::value).toArray(Long[]::new))
                .query(rs -> { guarded.put(new CaseId(rs.getLong(1)), rs.getString(2)); });
        Set<CaseId> hidden = new HashSet<>(guarded.keySet());
        if (!hidden.isEmpty() && !leaves && !reader.system()) {
            hidden.removeIf(c -> reader.isOffice() && reader.office().equals(guarded.get(c)));
            hidden.removeAll(reader.isCity() ? work.of(reader, hidden) : Set.of());
        }
        return hidden;
    }

    /** The same for people known by the city's number alone: on the roster, in its files. Nobody but the setters works on these. */
    public Set<String> hiddenNumbers(Person reader, Collection<String> cityNumbers, boolean leaves) {
        if (cityNumbers.isEmpty() || maySet(reader) && !leaves) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                select r.city_number from casefile.protection p join casefile.resident r on r.id = p.resident_id
                where p.ended_at is null and r.city_number = any(?)
                """).param(cityNumbers.toArray(String[]::new)).query(String.class).list());
    }

    /** Whether the case is none for this reader. */
    public boolean hides(CaseId caseId, Person reader) {
        return !hiddenCases(reader, Set.of(caseId), false).isEmpty();
    }

    /** Whether the resident of any of these cases is protected, whoever asks. */
    public boolean areAmong(Collection<CaseId> cases) {
        return !hiddenCases(WhoAmI.THE_PROCESS, cases, true).isEmpty();
    }
}
