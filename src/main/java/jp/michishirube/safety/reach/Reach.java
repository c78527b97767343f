package jp.michishirube.safety.reach;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.sharing.channel.Way;
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

    private final CaseFiles cases;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final LineAccounts line;
    private final TelephoneOffered telephones;
    private final JdbcClient jdbc;

    Reach(CaseFiles cases, PlanInForce plans, PlanForms forms, LineAccounts line, TelephoneOffered telephones, JdbcClient jdbc) {
        this.cases = cases;
        this.plans = plans;
        this.forms = forms;
        this.line = line;
        this.telephones = telephones;
        this.jdbc = jdbc;
    }

    /** @return those of these ways, in their order, by which the person can be reached now; none where only paper is left */
    public List<Way> ways(Whom whom, List<Way> order) {
        Told told = told(whom);
        return order.stream().filter(way -> address(told, way).isPresent()).toList();
    }

    public Optional<String> address(Whom whom, Way way) {
        return address(told(whom), way);
    }

    /** @param plan null without a plan in force */
    private record Told(Whom whom, FilledPlan plan, List<Telephone> numbers) {}

    private Told told(Whom whom) {
        FilledPlan plan = Optional.ofNullable(whom.residentId()).stream().flatMap(r -> cases.ofResident(r).stream()).filter(c -> c.state().isInForce())
                .map(CaseFile::id).reduce((older, newer) -> newer).flatMap(plans::of).map(forms::filled).orElse(null);
        if (!telephones.isSetUp()) {
            return new Told(whom, plan, List.of());
        }
        Stream<String> typed = Stream.of(plan == null ? null : plan.text(Role.RESIDENT_PHONE), onRoster(whom));
        return new Told(whom, plan, typed.filter(Objects::nonNull).map(Telephone::of).flatMap(Optional::stream).distinct().toList());
    }

    private String onRoster(Whom whom) {
        return jdbc.sql("""
                select coalesce((select nullif(r.phone, '') from casefile.resident r where r.id = :resident),
                    (select e.data ->> 'phone' from roster.entry e where e.city_number = :person and e.status = 'LISTED'), '')
                """).param("resident", whom.residentId(), java.sql.Types.BIGINT).param("person", whom.person()).query(String.class).single();
    }

    private Optional<String> address(Told told, Way way) {
        return switch (way) {
            case LINE -> Optional.ofNullable(told.whom().holder()).flatMap(line::userOf);
            case MAIL -> Optional.ofNullable(told.plan()).map(p -> p.text(Role.RESIDENT_MAIL)).filter(m -> !m.isBlank()).map(String::strip);
            case SMS -> told.numbers().stream().filter(Telephone::isMobile).map(Telephone::number).findFirst();
            case VOICE -> told.numbers().stream().map(Telephone::number).findFirst();
            case LINK, PAPER -> Optional.empty();
        };
    }
}
