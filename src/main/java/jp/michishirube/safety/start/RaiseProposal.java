package jp.michishirube.safety.start;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.safety.event.BeginEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what the municipality's table says of a signal: asks the officers on duty, or begins. One proposal and one event for each mode and hazard group, however
 * many signals. The mode is the signal's own: a drill never begins a real event.
 */
@Component
public class RaiseProposal {

    private static final Logger LOG = LoggerFactory.getLogger(RaiseProposal.class);

    private final StartRules rules;
    private final Proposals proposals;
    private final Events events;
    private final BeginEvent begin;
    private final Notify notify;

    RaiseProposal(StartRules rules, Proposals proposals, Events events, BeginEvent begin, Notify notify) {
        this.rules = rules;
        this.proposals = proposals;
        this.events = events;
        this.begin = begin;
        this.notify = notify;
    }

    /** What a signal has done. */
    public enum Outcome {
        PROPOSED, BEGAN,
        /** An open event asks in all of these 町. */
        ASKED_ALREADY,
        NOTHING
    }

    /** A table that cannot be computed makes no signal mild: a person is asked. */
    StartRules.Decision decide(StartRules.Facts facts) {
        try {
            return rules.of(facts);
        } catch (RuntimeException e) {
            LOG.error("disaster-start.dmn cannot be computed ({}): the officers are asked", e.getClass().getSimpleName());
            return new StartRules.Decision(facts.mode().equals(Mode.TEST.name()) ? StartRules.Action.NOTHING : StartRules.Action.PROPOSE, Hazard.valueOf(facts.hazard()), "");
        }
    }

    /** @param areas 町 and the level that is told of each; 0 where none is */
    Outcome raise(Mode mode, StartRules.Decision decision, Map<String, Integer> areas, Cause by) {
        if (decision.action() == StartRules.Action.NOTHING) {
            return Outcome.NOTHING;
        }
        events.lockGroup(mode, decision.hazard().group());
        Map<String, Integer> left = new TreeMap<>(areas);
        left.keySet().removeAll(events.openAreas(mode, decision.hazard().group(), areas.keySet()));
        if (left.isEmpty()) {
            return Outcome.ASKED_ALREADY;
        }
        if (decision.action() == StartRules.Action.START) {
            start(mode, decision, areas, by);
            return Outcome.BEGAN;
        }
        propose(mode, decision, left, by);
        return Outcome.PROPOSED;
    }

    private void propose(Mode mode, StartRules.Decision decision, Map<String, Integer> areas, Cause by) {
        long id = proposals.openOf(mode, decision.hazard().group()).map(Proposal::id).orElseGet(() -> proposals.put(mode, decision.hazard()));
        boolean more = proposals.widen(id, areas);
        proposals.signal(id, by, highest(areas), decision.reason());
        if (more) {
            tell(mode == Mode.REAL ? NoticeKind.EVENT_PROPOSED : NoticeKind.DRILL_PROPOSED, "proposal " + id + " " + proposals.get(id).version());
        }
    }

    private void start(Mode mode, StartRules.Decision decision, Map<String, Integer> areas, Cause by) {
        Set<String> all = new TreeSet<>(areas.keySet());
        long event = begin.byRule(mode, decision.hazard(), all, by.words() + "（" + decision.reason() + "）").id();
        long id = proposals.putStarted(mode, decision.hazard());
        proposals.widen(id, areas);
        proposals.signal(id, by, highest(areas), decision.reason());
        proposals.decide(id, Proposal.State.STARTED_BY_RULE, decision.reason(), event, all, WhoAmI.THE_PROCESS);
        tell(mode == Mode.REAL ? NoticeKind.EVENT_BEGAN : NoticeKind.DRILL_BEGAN, "began " + id);
    }

    private static int highest(Map<String, Integer> areas) {
        return areas.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Both roles that may begin an event; neither notice nor mail names a person or a number of people. */
    private void tell(NoticeKind kind, String once) {
        notify.toRoleOnce(Role.REVIEWER, kind, null, once);
        notify.toRoleOnce(Role.ROSTER_MANAGER, kind, null, once);
    }
}
