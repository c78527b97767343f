package jp.michishirube.sharing.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.evacuation.road.WalksToHome;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city enters, changes and ends entries of the pool and confirms those that offices proposed; an office proposes and no more. */
@Component
class KeepVolunteer {

    private final Volunteers volunteers;
    private final VolunteerLines lines;
    private final WalksToHome walks;
    private final WhoAmI who;
    private final ApplicationEventPublisher events;

    KeepVolunteer(Volunteers volunteers, VolunteerLines lines, WalksToHome walks, WhoAmI who, ApplicationEventPublisher events) {
        this.volunteers = volunteers;
        this.lines = lines;
        this.walks = walks;
        this.who = who;
        this.events = events;
    }

    /** @throws Problem {@code volunteer-invalid} (422), also for one who is there already */
    @Transactional
    Volunteer enter(VolunteerForm form) {
        who.acting(Role.ROSTER_MANAGER);
        return add(read(form), VolunteerLines.What.ENTERED).orElseThrow(KeepVolunteer::twice);
    }

    /** The city has not said yes yet: nobody asks them. The office is not told whether they are in the list already. @throws Problem as {@link #enter} */
    @Transactional
    void propose(VolunteerForm form) {
        Person me = who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        Volunteer v = read(form);
        Volunteer proposed = new Volunteer(0, v.party(), v.name(), v.contactName(), v.area(), v.address(), null, null, v.mail(), v.phone(), v.language(), v.areas(),
                v.times(), v.most(), v.source(), Volunteer.State.PROPOSED, me.office(), 0);
        add(proposed, VolunteerLines.What.PROPOSED);
    }

    /** One row of a list. @return empty for one who is there already: the entry stays as it is */
    @Transactional
    Optional<Volunteer> take(Volunteer row) {
        who.acting(Role.ROSTER_MANAGER);
        return add(row, VolunteerLines.What.ENTERED);
    }

    /** One that an office proposed stands from then on. @throws Problem as {@link #enter}; {@code volunteer-changed} (409) */
    @Transactional
    void change(long id, VolunteerForm form) {
        who.acting(Role.ROSTER_MANAGER);
        Volunteer before = volunteers.find(id).orElseThrow(() -> Problem.notFound("volunteer-not-found"));
        Volunteer now = placed(read(form), id);
        if (volunteers.isTwice(now)) {
            throw twice();
        }
        if (!volunteers.change(now)) {
            throw Problem.conflict("volunteer-changed");
        }
        lines.add(before.state() == Volunteer.State.PROPOSED ? VolunteerLines.What.CONFIRMED : VolunteerLines.What.CHANGED, List.of(id), null);
    }

    /** Moved, died, or wants no more: whoever is being asked is asked no more. */
    @Transactional
    void end(long id) {
        who.acting(Role.ROSTER_MANAGER);
        if (volunteers.find(id).isEmpty()) {
            throw Problem.notFound("volunteer-not-found");
        }
        if (volunteers.end(id)) {
            lines.add(VolunteerLines.What.ENDED, List.of(id), null);
            events.publishEvent(new VolunteerEnded(id));
        }
    }

    private Optional<Volunteer> add(Volunteer v, VolunteerLines.What what) {
        Optional<Volunteer> added = volunteers.add(placed(v, 0));
        added.ifPresent(a -> lines.add(what, List.of(a.id()), null));
        return added;
    }

    /** With the position that the municipality's own list knows of the address, or of the 町. */
    private Volunteer placed(Volunteer v, long id) {
        Optional<WalksToHome.Spot> spot = Optional.of(v.address()).filter(a -> !a.isEmpty()).flatMap(walks::spot)
                .or(() -> Optional.of(v.area()).filter(a -> !a.isEmpty()).flatMap(walks::spot));
        return new Volunteer(id, v.party(), v.name(), v.contactName(), v.area(), v.address(), spot.map(WalksToHome.Spot::lat).orElse(null),
                spot.map(WalksToHome.Spot::lon).orElse(null), v.mail(), v.phone(), v.language(), v.areas(), v.times(), v.most(), v.source(), v.state(), v.office(), v.version());
    }

    private static Volunteer read(VolunteerForm form) {
        List<FieldProblem> wrong = new ArrayList<>();
        return form.read(wrong::add).orElseThrow(() -> Problem.invalid("volunteer-invalid", wrong));
    }

    private static Problem twice() {
        return Problem.invalid("volunteer-invalid", List.of(new FieldProblem("name", "volunteer-twice")));
    }
}
