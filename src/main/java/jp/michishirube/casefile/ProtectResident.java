package jp.michishirube.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets 支援措置: from this transaction on nobody but rescue bodies and those who work on the case is told of the resident. */
@Service
public class ProtectResident {

    /** The ground of people whom the roster's list names as protected. */
    static final String ROSTER = "roster";
    /** A local government renews it every year. */
    private static final int MOST_YEARS = 2;
    private static final int LONGEST = 500;

    private final Protections protections;
    private final ProtectedPeople people;
    private final ApplicationEventPublisher events;
    private final WhoAmI who;
    private final Clock clock;

    ProtectResident(Protections protections, ProtectedPeople people, ApplicationEventPublisher events, WhoAmI who, Clock clock) {
        this.protections = protections;
        this.people = people;
        this.events = events;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param until last day, at most two years ahead; the city is asked then, nothing opens by itself
     * @throws Problem {@code protection-not-yours} (403), {@code protection-invalid} (422), {@code changed-meanwhile} (409) when it
     *                 stands already
     */
    @Transactional
    public void protect(long residentId, String ground, LocalDate until) {
        Person me = people.setter(who.me());
        check(ground, until);
        if (set(List.of(residentId), ground.strip(), until, me) == 0) {
            throw Problem.conflict("changed-meanwhile");
        }
    }

    /**
     * The same for people whom a list of the city names, in the transaction that takes the list in. Nobody ever loses the protection by
     * a list that is silent about it. The city is asked at once to name a last day.
     *
     * @return how many were not protected before
     */
    @Transactional
    public int byRoster(Collection<Long> residentIds) {
        return residentIds.isEmpty() ? 0 : set(residentIds, ROSTER, null, who.orProcess());
    }

    /**
     * Says that it goes on: the former entry is ended and another follows within one transaction.
     *
     * @param id the entry that was seen; another by now is refused
     */
    @Transactional
    void goOn(long id, long residentId, String ground, LocalDate until) {
        Person me = people.setter(who.me());
        check(ground, until);
        if (!protections.end(id, "renewed", me) || set(List.of(residentId), ground.strip(), until, me) == 0) {
            throw Problem.conflict("changed-meanwhile");
        }
    }

    private int set(Collection<Long> residents, String ground, LocalDate until, Person by) {
        List<Long> fresh = protections.set(residents, ground, until, by);
        protections.casesOf(fresh).forEach(id -> events.publishEvent(new ResidentProtected(id)));
        return fresh.size();
    }

    private void check(String ground, LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        List<FieldProblem> wrong = new ArrayList<>();
        if (ground == null || ground.isBlank()) {
            wrong.add(new FieldProblem("ground", "required"));
        } else if (ground.length() > LONGEST) {
            wrong.add(new FieldProblem("ground", "too-long", LONGEST));
        }
        if (until == null) {
            wrong.add(new FieldProblem("until", "required"));
        } else if (until.isBefore(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
            wrong.add(new FieldProblem("until", "protection-until"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("protection-invalid", wrong);
        }
    }
}
