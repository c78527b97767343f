package jp.michishirube.safety.go;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.evacuation.flight.FindPlaces;
import jp.michishirube.evacuation.flight.JudgeHome;
import jp.michishirube.evacuation.flight.Judged;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.plan.form.AskedRow;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says to somebody who was asked whether to go now: of the home by the city's maps, of the places by the plan and what the city knows today. */
@Component
public class GoNow {

    private final CaseFiles cases;
    private final PlanInForce plans;
    private final PlanForms forms;
    private final JudgeHome homes;
    private final FindPlaces places;
    private final PlaceStates states;
    private final LeftAside leftAside;
    private final JdbcClient jdbc;

    GoNow(CaseFiles cases, PlanInForce plans, PlanForms forms, JudgeHome homes, FindPlaces places, PlaceStates states, LeftAside leftAside, JdbcClient jdbc) {
        this.cases = cases;
        this.plans = plans;
        this.forms = forms;
        this.homes = homes;
        this.places = places;
        this.states = states;
        this.leftAside = leftAside;
        this.jdbc = jdbc;
    }

    /**
     * @param plan   null without one in force, or where it cannot be read
     * @param unread there is one, and nobody can tell here what it says: it is on paper, and taken for one that says to go
     */
    private record Read(FilledPlan plan, boolean unread) {}

    @Transactional
    public Advice advice(DisasterEvent event, Asked.Person person, Locale language) {
        HazardKind hazard = event.hazard().onMaps();
        List<CaseFile> files = person.residentId() == null ? List.of() : cases.ofResident(person.residentId());
        Read read = files.stream().filter(f -> f.state().isInForce()).reduce((older, newer) -> newer).map(this::read).orElse(new Read(null, false));
        FilledPlan plan = read.plan();
        JudgeHome.Dwelling home = files.stream().reduce((older, newer) -> newer).flatMap(f -> homes.of(f.resident())).or(() -> homes.of(onRoster(person))).orElse(null);
        Integer floor = plan == null ? null : number(plan.text(Role.RESIDENT_FLOOR));
        Judged judged = homes.judge(home, hazard, floor);
        List<Long> planned = new ArrayList<>();
        boolean onPaper = read.unread();
        boolean byPlan = read.unread();
        for (AskedRow row : plan == null ? List.<AskedRow>of() : plan.rows(Role.PLACES).stream().filter(r -> HazardKind.of(r.key()).filter(hazard::equals).isPresent()).toList()) {
            List<Long> listed = ids(row);
            planned.addAll(listed);
            byPlan = true;
            onPaper |= listed.isEmpty() || !row.text(Role.PLACE_OTHER).isBlank();
        }
        List<FindPlaces.Found> found = places.find(home, hazard, planned, states.of(event.id()));
        return new Advice(judged, floor, byPlan, found.stream().filter(f -> f.lost() == null).toList(), found.stream().filter(f -> f.lost() != null).toList(),
                onPaper, read.unread() ? "" : plan == null ? null : sign(plan, language));
    }

    /** A plan that cannot be read must not take the page away on which its person calls for help. */
    private Read read(CaseFile file) {
        try {
            return new Read(plans.of(file.id()).map(forms::filled).orElse(null), false);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            leftAside.keep(LeftAside.Item.of(LeftAside.Work.READ_PLAN, file.id().value()).ofCase(file.id()), unreadable);
            return new Read(null, true);
        }
    }

    private String onRoster(Asked.Person person) {
        return jdbc.sql("select coalesce(data ->> 'address', '') from roster.entry where city_number = ? and status = 'LISTED'").param(person.person()).query(String.class).optional().orElse("");
    }

    private static List<Long> ids(AskedRow row) {
        return row.asked().filter(q -> q.isAnswered() && (q.field().role() == Role.PLACE_SITE || q.field().role() == Role.PLACE_SHELTER))
                .map(q -> q.value().path("id").asText()).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).toList();
    }

    private static String sign(FilledPlan plan, Locale language) {
        boolean ownWords = plan.at(Role.START_OTHER).filter(q -> q.isAnswered()).isPresent();
        return ownWords ? "" : plan.at(Role.START_WHEN).map(q -> q.text(language)).filter(text -> !text.isBlank()).orElse(null);
    }

    private static Integer number(String floor) {
        return floor.matches("-?\\d{1,3}") ? Integer.valueOf(floor) : null;
    }
}
