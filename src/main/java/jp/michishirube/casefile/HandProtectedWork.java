package jp.michishirube.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the city's step on a protected person's case to a colleague. Nobody else sees such a case, so nobody could take it over when the one
 * who has it is away; those who set protections can, with a reason, and a line of it is kept.
 */
@Service
class HandProtectedWork {

    private static final int LONGEST = 500;

    private final ProtectedPeople protectedPeople;
    private final Protections protections;
    private final CaseWork work;
    private final CaseSteps steps;
    private final CaseProcess process;
    private final People people;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    HandProtectedWork(ProtectedPeople protectedPeople, Protections protections, CaseWork work, CaseSteps steps, CaseProcess process, People people,
            Timeline timeline, ApplicationEventPublisher events, JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.protectedPeople = protectedPeople;
        this.protections = protections;
        this.work = work;
        this.steps = steps;
        this.process = process;
        this.people = people;
        this.timeline = timeline;
        this.events = events;
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /** @param able colleagues whose role works on the step, without the one who has it */
    record Held(String taskId, Step step, String name, List<Person> able) {}

    record Handed(Instant at, String step, String to, String by, String reason) {}

    List<Held> held(CaseFile file) {
        return work.waiting(file.id()).stream().filter(w -> w.personId() != null)
                .map(w -> new Held(w.taskId(), w.step(), people.name(w.personId()), able(w))).toList();
    }

    List<Handed> before(CaseFile file) {
        return jdbc.sql("""
                select h.*, coalesce(p.name, '') as to_name from casefile.protection_handover h left join organization.person p on p.id = h.to_person
                where h.case_id = ? order by h.id desc
                """).param(file.id().value()).query((rs, n) -> new Handed(rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getString("step"),
                rs.getString("to_name"), rs.getString("by_name"), rs.getString("reason"))).list();
    }

    /**
     * @throws Problem {@code protection-not-yours} (403), {@code stale-step} (409) when the case is not protected or the step not held any
     *                 more, {@code protection-invalid} (422)
     */
    @Transactional
    void hand(CaseFile file, String taskId, String to, String reason) {
        Person me = protectedPeople.setter(who.me());
        CaseWork.Waiting step = work.waiting(file.id()).stream().filter(w -> w.taskId().equals(taskId) && w.personId() != null).findFirst()
                .filter(w -> protections.standing(file.resident().id()).isPresent()).orElseThrow(() -> Problem.conflict("stale-step"));
        Person next = able(step).stream().filter(p -> p.id().equals(to)).findFirst().orElse(null);
        List<FieldProblem> wrong = new ArrayList<>();
        if (next == null) {
            wrong.add(new FieldProblem("to", "required"));
        }
        if (reason == null || reason.isBlank()) {
            wrong.add(new FieldProblem("reason", "required"));
        } else if (reason.strip().length() > LONGEST) {
            wrong.add(new FieldProblem("reason", "too-long", LONGEST));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("protection-invalid", wrong);
        }
        process.assign(taskId, next.id());
        events.publishEvent(new StepHanded(file.id(), step.step(), step.personId(), next.id()));
        timeline.append(file.id(), "step-handed", Map.of("step", step.step().name(), "to", next.name()));
        jdbc.sql("""
                insert into casefile.protection_handover (at, case_id, step, from_person, to_person, reason, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?, ?)
                """).params(OffsetDateTime.now(clock), file.id().value(), step.step().name(), step.personId(), next.id(), reason.strip(), me.id(), me.name()).update();
    }

    private List<Person> able(CaseWork.Waiting step) {
        Map<String, Person> able = new LinkedHashMap<>();
        steps.workers(step.step()).stream().flatMap(role -> people.withRole(role).stream()).filter(p -> !p.id().equals(step.personId()))
                .sorted(Comparator.comparing(Person::name)).forEach(p -> able.put(p.id(), p));
        return List.copyOf(able.values());
    }
}
