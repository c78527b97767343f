package jp.michishirube.safety.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer begins to ask after people, or more of them. What is begun twice is widened once. */
@Component
public class BeginEvent {

    private static final int GROUND_LENGTH = 500;

    private final Events events;
    private final EventProcess process;
    private final SafetyPolicy policy;
    private final ApplicationEventPublisher publish;
    private final WhoAmI who;
    private final Clock clock;

    BeginEvent(Events events, EventProcess process, Municipality municipality, ApplicationEventPublisher publish, WhoAmI who, Clock clock) {
        this.events = events;
        this.process = process;
        this.policy = municipality.section("safety", SafetyPolicy.class);
        this.publish = publish;
        this.who = who;
        this.clock = clock;
    }

    /** @param widened whether an event was open there already */
    public record Begun(long id, boolean widened) {}

    /**
     * @param areas 町; none for the whole municipality
     * @throws Problem {@code event-invalid} (422) naming the fields
     */
    @Transactional
    public Begun begin(Mode mode, Hazard hazard, Set<String> areas, String ground) {
        return begin(mode, hazard, areas, ground, who.acting(Role.REVIEWER, Role.ROSTER_MANAGER));
    }

    /** The municipality's own table says that this begins without being asked for (disaster-start.dmn): no person stands behind it, and it says so. */
    @Transactional
    public Begun byRule(Mode mode, Hazard hazard, Set<String> areas, String ground) {
        return begin(mode, hazard, areas, ground, WhoAmI.THE_PROCESS);
    }

    private Begun begin(Mode mode, Hazard hazard, Set<String> areas, String ground, Person me) {
        check(mode, hazard, areas, ground);
        List<String> wanted = areas.isEmpty() ? events.knownAreas() : areas.stream().sorted().toList();
        events.lockGroup(mode, hazard.group());
        Optional<Long> open = events.openIn(mode, hazard.group(), wanted);
        if (open.isPresent()) {
            widen(events.lock(open.get()), wanted, me);
            return new Begun(open.get(), true);
        }
        long id = events.put(mode, hazard, ground.strip(), clock.instant().plus(policy.lasts()), me);
        events.widen(id, wanted, me);
        process.begin(id);
        publish.publishEvent(new AreasAsked(id, mode, hazard.group(), ground.strip(), me));
        return new Begun(id, false);
    }

    /** @throws Problem {@code event-not-open} (409); {@code event-invalid} (422) */
    @Transactional
    public void widen(long id, Set<String> areas) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        DisasterEvent event = events.get(id);
        if (areas.isEmpty()) {
            throw Problem.invalid("event-invalid", List.of(new FieldProblem("areas", "required")));
        }
        check(event.mode(), event.hazard(), areas, event.ground());
        events.lockGroup(event.mode(), event.hazard().group());
        DisasterEvent now = events.lock(id);
        if (!now.isOpen()) {
            throw Problem.conflict("event-not-open");
        }
        widen(now, areas.stream().sorted().toList(), me);
    }

    private void widen(DisasterEvent event, List<String> areas, Person me) {
        if (events.widen(event.id(), areas, me) > 0) {
            process.widened(event.id());
            publish.publishEvent(new AreasAsked(event.id(), event.mode(), event.hazard().group(), event.ground(), me));
        }
    }

    private void check(Mode mode, Hazard hazard, Set<String> areas, String ground) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (hazard == null) {
            wrong.add(new FieldProblem("hazard", "required"));
        }
        if (mode == null) {
            wrong.add(new FieldProblem("mode", "required"));
        }
        if (ground == null || ground.isBlank() || ground.length() > GROUND_LENGTH) {
            wrong.add(new FieldProblem("ground", "required"));
        }
        if (!events.knownAreas().containsAll(areas)) {
            wrong.add(new FieldProblem("areas", "unknown"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("event-invalid", wrong);
        }
    }
}
