package jp.michishirube.safety.order;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.start.TakeSignal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer enters an order of the municipality, revises, lifts or withdraws it. What rises in a 町 is a signal, and the municipality's table says what it does. */
@Component
class IssueOrder {

    private static final int WORDS_LENGTH = 300;

    private final Orders orders;
    private final Events events;
    private final TakeSignal signals;
    private final WhoAmI who;
    private final Clock clock;

    IssueOrder(Orders orders, Events events, TakeSignal signals, WhoAmI who, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.signals = signals;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param areas 町; none for the whole municipality
     * @throws Problem {@code order-invalid} (422) naming the fields
     */
    @Transactional
    public UUID issue(Mode mode, Hazard hazard, Integer level, Set<String> areas, String words) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        check(mode, hazard, level, areas, words);
        UUID number = UUID.randomUUID();
        long id = orders.put(number, mode, hazard);
        Set<String> wanted = areas.isEmpty() ? new TreeSet<>(events.knownAreas()) : new TreeSet<>(areas);
        orders.revise(id, 1, Order.Act.ISSUED, level, wanted, words.strip(), me);
        signal(number, 1, mode, hazard, level, wanted, words);
        return number;
    }

    /**
     * @param seen revision that the officer looked at
     * @throws Problem {@code order-changed}, {@code order-over} (409); {@code order-invalid} (422) naming the fields
     */
    @Transactional
    public void revise(UUID number, int seen, Integer level, Set<String> areas, String words) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        Order before = lock(number, seen);
        check(before.mode(), before.hazard(), level, areas, words);
        Set<String> wanted = areas.isEmpty() ? new TreeSet<>(events.knownAreas()) : new TreeSet<>(areas);
        orders.revise(before.id(), seen + 1, Order.Act.REVISED, level, wanted, words.strip(), me);
        Set<String> raised = new TreeSet<>(wanted);
        if (level <= before.level()) {
            before.areas().forEach(raised::remove);
        }
        if (!raised.isEmpty()) {
            signal(number, seen + 1, before.mode(), before.hazard(), level, raised, words);
        }
    }

    /** @param withdrawn it should not have been issued (取消); else the danger is over (解除) */
    @Transactional
    public void end(UUID number, int seen, boolean withdrawn) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        Order before = lock(number, seen);
        orders.revise(before.id(), seen + 1, withdrawn ? Order.Act.WITHDRAWN : Order.Act.LIFTED, null, before.areas(), "", me);
    }

    private void signal(UUID number, int revision, Mode mode, Hazard hazard, int level, Set<String> areas, String words) {
        signals.take("ORDER", "order", new TakeSignal.Signal(number + "-" + revision, mode, hazard, level, List.copyOf(areas), clock.instant(), words.strip()));
    }

    private Order lock(UUID number, int seen) {
        Order order = orders.lock(number);
        if (!order.isInForce()) {
            throw Problem.conflict("order-over");
        }
        if (order.revision() != seen) {
            throw Problem.conflict("order-changed");
        }
        return order;
    }

    private void check(Mode mode, Hazard hazard, Integer level, Set<String> areas, String words) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (hazard == null) {
            wrong.add(new FieldProblem("hazard", "required"));
        }
        if (mode == null) {
            wrong.add(new FieldProblem("mode", "required"));
        }
        if (level == null || level < 3 || level > 5) {
            wrong.add(new FieldProblem("level", "required"));
        }
        if (!events.knownAreas().containsAll(areas)) {
            wrong.add(new FieldProblem("areas", "unknown"));
        }
        if (words == null || words.length() > WORDS_LENGTH) {
            wrong.add(new FieldProblem("words", "too-long"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("order-invalid", wrong);
        }
    }
}
