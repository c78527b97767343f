package jp.michishirube.casefile;

import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DefaultCaseAccess implements CaseAccess {

    private final CaseFiles cases;
    private final WhoAmI who;
    private final CaseSteps steps;
    private final ProtectedPeople protectedPeople;
    private final CaseWork work;
    private final CommissionerAreas areas;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    DefaultCaseAccess(CaseFiles cases, WhoAmI who, CaseSteps steps, ProtectedPeople protectedPeople, CaseWork work, CommissionerAreas areas,
            Timeline timeline, ApplicationEventPublisher events) {
        this.cases = cases;
        this.who = who;
        this.steps = steps;
        this.protectedPeople = protectedPeople;
        this.work = work;
        this.areas = areas;
        this.timeline = timeline;
        this.events = events;
    }

    @Override
    @Transactional
    public CaseFile open(CaseNumber number, String what) {
        CaseFile found = look(number);
        events.publishEvent(new CaseRead(found.id(), who.me().id(), what));
        return found;
    }

    @Override
    public CaseFile look(CaseNumber number) {
        Person me = who.me();
        return cases.find(number).filter(c -> mayOpen(me, c) && !protectedPeople.hides(c.id(), me))
                .orElseThrow(() -> Problem.notFound("case-not-found"));
    }

    @Override
    @Transactional
    public CaseFile openForStep(CaseNumber number, Step step) {
        CaseFile found = open(number, step.nodeId());
        Person me = who.me();
        Set<Role> workers = steps.workers(step);
        if (me.system()) {
            throw Problem.forbidden("person-needed");
        }
        if (workers.stream().noneMatch(me::has)) {
            throw Problem.forbidden("not-your-step");
        }
        return found;
    }

    /** City staff see every case, an office its own; a protected resident's case is none for whoever does not work on it. */
    private boolean mayOpen(Person me, CaseFile c) {
        return me.system() || me.isCity() || me.isOffice() && me.office().equals(c.office())
                || me.has(Role.WELFARE_COMMISSIONER) && steps.confirmation() && confirms(me, c);
    }

    /** A 民生委員 is no staff of the city: of the 町 that this person acts for, what waits for a confirmation, and what there was a part in. */
    private boolean confirms(Person me, CaseFile c) {
        return areas.of(me).contains(c.resident().area()) && (work.toConfirm(me, c.id()) || timeline.of(c.id()).stream().anyMatch(e -> me.id().equals(e.actorId())));
    }
}
