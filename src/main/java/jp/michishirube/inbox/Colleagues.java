package jp.michishirube.inbox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import org.springframework.stereotype.Component;

/** Those who work on the same steps: of the own office, or of the city. Work is handed to them and lists are filtered by them. */
@Component
class Colleagues {

    private final People people;
    private final CaseSteps steps;

    Colleagues(People people, CaseSteps steps) {
        this.people = people;
        this.steps = steps;
    }

    List<Person> of(Viewer viewer) {
        if (viewer.office() != null) {
            return people.ofOffice(viewer.office()).stream().filter(this::works).toList();
        }
        return rolesOf(viewer).stream().flatMap(r -> people.withRole(r).stream()).distinct().sorted(Comparator.comparing(Person::id)).toList();
    }

    /** Whether this person works on any step at all; a roster manager looks on. */
    boolean works(Person person) {
        return Arrays.stream(Step.values()).flatMap(s -> steps.workers(s).stream()).anyMatch(person::has);
    }

    private Set<Role> rolesOf(Viewer viewer) {
        return Arrays.stream(Step.values()).filter(s -> steps.party(s) == viewer.party()).flatMap(s -> steps.workers(s).stream())
                .collect(Collectors.toSet());
    }
}
