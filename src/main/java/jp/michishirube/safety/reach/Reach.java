package jp.michishirube.safety.reach;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.telephone.Telephone;
import jp.michishirube.sharing.telephone.TelephoneOffered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where somebody is reached: by the LINE account that they linked, by the mail address and telephone of the plan in force, by the telephone
 * of the roster. Asked live each time: what is taken away reaches nobody any more.
 */
@Component
public class Reach {

    private final PlanInForce plans;
    private final PlanForms forms;
    private final LineAccounts lines;
    private final TelephoneOffered telephones;
    private final JdbcClient jdbc;

    Reach(PlanInForce plans, PlanForms forms, LineAccounts lines, TelephoneOffered telephones, JdbcClient jdbc) {
        this.plans = plans;
        this.forms = forms;
        this.lines = lines;
        this.telephones = telephones;
        this.jdbc = jdbc;
    }

    /** @return those of these ways, in their order, by which the person can be reached now; none where only paper is left */
    public List<Way> ways(Whom whom, List<Way> order) {
        return ways(List.of(whom), order).get(whom);
    }

    /** The same of many, in a few reads for all of them. */
    public Map<Whom, List<Way>> ways(Collection<Whom> people, List<Way> order) {
        Map<Whom, List<Way>> ways = new HashMap<>();
        told(people).forEach(told -> ways.put(told.whom(), order.stream().filter(way -> address(told, way).isPresent()).toList()));
        return ways;
    }

    public Optional<String> address(Whom whom, Way way) {
        return address(told(List.of(whom)).get(0), way);
    }

    /**
     * @param line null for no account that takes messages
     * @param mail null for none
     */
    private record Told(Whom whom, String line, String mail, List<Telephone> numbers) {}

    private List<Told> told(Collection<Whom> people) {
        Map<Long, CaseId> inForce = inForce(people);
        Map<CaseId, Submission> versions = plans.of(inForce.values());
        Map<String, String> line = lines.usersOf(Holder.Kind.RESIDENT, people.stream().map(Whom::holder).filter(Objects::nonNull).map(Holder::key).toList());
        Map<String, String> roster = telephones.isSetUp() ? onRoster(people) : Map.of();
        return people.stream().map(whom -> {
            FilledPlan plan = Optional.ofNullable(whom.residentId()).map(inForce::get).map(versions::get).map(forms::filled).orElse(null);
            String mail = plan == null ? "" : plan.text(Role.RESIDENT_MAIL).strip();
            Stream<String> typed = telephones.isSetUp() ? Stream.of(plan == null ? null : plan.text(Role.RESIDENT_PHONE), roster.get(whom.person())) : Stream.of();
            return new Told(whom, whom.holder() == null ? null : line.get(whom.holder().key()), mail.isEmpty() ? null : mail,
                    typed.filter(Objects::nonNull).map(Telephone::of).flatMap(Optional::stream).distinct().toList());
        }).toList();
    }

    private Map<Long, CaseId> inForce(Collection<Whom> people) {
        Map<Long, CaseId> found = new HashMap<>();
        jdbc.sql("select resident_id, max(id) from casefile.casefile where resident_id = any(?) and state in ('IN_FORCE', 'IN_FORCE_UNSHARED') group by resident_id")
                .param(people.stream().map(Whom::residentId).filter(Objects::nonNull).toArray(Long[]::new)).query(rs -> {
                    found.put(rs.getLong(1), new CaseId(rs.getLong(2)));
                });
        return found;
    }

    /** By the person; the resident's own number before the roster's. */
    private Map<String, String> onRoster(Collection<Whom> people) {
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql("""
                select w.person, coalesce((select nullif(r.phone, '') from casefile.resident r where r.id = w.resident),
                    (select e.data ->> 'phone' from roster.entry e where e.city_number = w.person and e.status = 'LISTED'), '')
                from unnest(?, ?) w (person, resident)
                """).params(people.stream().map(Whom::person).toArray(String[]::new), people.stream().map(Whom::residentId).toArray(Long[]::new)).query(rs -> {
                    numbers.put(rs.getString(1), rs.getString(2));
                });
        return numbers;
    }

    private static Optional<String> address(Told told, Way way) {
        return switch (way) {
            case LINE -> Optional.ofNullable(told.line());
            case MAIL -> Optional.ofNullable(told.mail());
            case SMS -> told.numbers().stream().filter(Telephone::isMobile).map(Telephone::number).findFirst();
            case VOICE -> told.numbers().stream().map(Telephone::number).findFirst();
            case LINK, PAPER -> Optional.empty();
        };
    }
}
