package jp.michishirube.safety.start;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.BeginEvent;
import jp.michishirube.safety.event.Events;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer begins what warnings propose, for the 町 that they choose, or puts it aside with a reason. */
@Component
class DecideProposal {

    private static final int REASON_LENGTH = 500;

    private final Proposals proposals;
    private final BeginEvent begin;
    private final Events events;
    private final WhoAmI who;

    DecideProposal(Proposals proposals, BeginEvent begin, Events events, WhoAmI who) {
        this.proposals = proposals;
        this.begin = begin;
        this.events = events;
        this.who = who;
    }

    /**
     * @param seen  version that the officer looked at
     * @param areas 町; at least one
     * @throws Problem {@code proposal-decided}, {@code proposal-changed} (409); {@code event-invalid} (422) naming the fields
     */
    @Transactional
    public BeginEvent.Begun start(long id, int seen, Set<String> areas, String ground) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        Proposal proposal = lock(id, seen);
        if (areas.isEmpty()) {
            throw Problem.invalid("event-invalid", List.of(new FieldProblem("areas", "required")));
        }
        BeginEvent.Begun begun = begin.begin(proposal.mode(), proposal.hazard(), areas, ground);
        // with all its 町 asked it is decided by that alone
        if (proposals.get(id).isOpen()) {
            proposals.decide(id, Proposal.State.STARTED, ground.strip(), begun.id(), new TreeSet<>(areas), me);
        }
        return begun;
    }

    /** @throws Problem {@code proposal-decided}, {@code proposal-changed} (409); {@code event-invalid} (422) without a reason */
    @Transactional
    public void putAside(long id, int seen, String reason) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        Proposal proposal = lock(id, seen);
        if (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH) {
            throw Problem.invalid("event-invalid", List.of(new FieldProblem("reason", "required")));
        }
        proposals.decide(id, Proposal.State.PUT_ASIDE, reason.strip(), null, proposal.areas().keySet(), me);
    }

    private Proposal lock(long id, int seen) {
        Proposal before = proposals.get(id);
        events.lockGroup(before.mode(), before.hazard().group());
        Proposal proposal = proposals.get(id);
        if (!proposal.isOpen()) {
            throw Problem.conflict("proposal-decided");
        }
        if (proposal.version() != seen) {
            throw Problem.conflict("proposal-changed");
        }
        return proposal;
    }
}
