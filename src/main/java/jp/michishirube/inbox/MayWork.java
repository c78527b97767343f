package jp.michishirube.inbox;

import java.util.Objects;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.CommissionerAreas;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import org.springframework.stereotype.Component;

/** Whose an open step may be: by role, and by the place that the person acts for. */
@Component
class MayWork {

    private final CaseSteps steps;
    private final CommissionerAreas areas;
    private final ProtectedPeople protectedPeople;

    MayWork(CaseSteps steps, CommissionerAreas areas, ProtectedPeople protectedPeople) {
        this.steps = steps;
        this.areas = areas;
        this.protectedPeople = protectedPeople;
    }

    boolean on(WorkItem item, Person person) {
        return steps.workers(item.step()).stream().anyMatch(person::has) && hasPlace(item, person);
    }

    /**
     * Of which this person must not even learn that it is there: another office's, another 町's, any for whom no step is work, or a protected
     * resident's that is somebody else's work.
     */
    boolean isForeign(WorkItem item, Person person) {
        boolean elsewhere = person.isOffice() ? !person.office().equals(item.office()) : !person.isCity() && !on(item, person);
        return elsewhere || protectedPeople.hides(item.caseId(), person);
    }

    private boolean hasPlace(WorkItem item, Person person) {
        if (item.step() == Step.CONFIRM_PLAN) {
            return areas.of(person).contains(item.area());
        }
        return steps.workers(item.step()).stream().noneMatch(Role::isOffice) || Objects.equals(person.office(), item.office());
    }
}
