package jp.michishirube.safety.start;

import java.util.HashMap;
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
import jp.michishirube.safety.warning.HearWarnings;
import jp.michishirube.safety.warning.KeptTelegram;
import jp.michishirube.safety.warning.RiverState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears of warnings that rise in a 町 and does what the municipality's table says: asks the officers on duty, or begins. One proposal and one event, however
 * many signals; a drill never begins a real one. A warning that goes on, falls, is lifted or taken back proposes nothing and ends nothing: people do.
 */
@Component
class ProposeEvent implements HearWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(ProposeEvent.class);
    private static final String RIVER = "RIVER";

    private final StartRules rules;
    private final Proposals proposals;
    private final Events events;
    private final BeginEvent begin;
    private final Notify notify;

    ProposeEvent(StartRules rules, Proposals proposals, Events events, BeginEvent begin, Notify notify) {
        this.rules = rules;
        this.proposals = proposals;
        this.events = events;
        this.begin = begin;
        this.notify = notify;
    }

    @Override
    public void heard(RiverState before, RiverState now, KeptTelegram by) {
        Map<Integer, Map<String, Integer>> raised = new TreeMap<>();
        now.areas().forEach((area, level) -> {
            if (level > before.areas().getOrDefault(area, 0)) {
                raised.computeIfAbsent(level, l -> new TreeMap<>()).put(area, level);
            }
        });
        Map<StartRules.Action, Map<String, Integer>> does = new HashMap<>();
        Map<StartRules.Action, StartRules.Decision> why = new HashMap<>();
        // from the lowest level on: of several reasons the gravest stays
        raised.forEach((level, areas) -> {
            StartRules.Decision decision = decide(new StartRules.Facts(RIVER, now.mode().name(), level, now.concern().name()));
            does.computeIfAbsent(decision.action(), a -> new TreeMap<>()).putAll(areas);
            why.put(decision.action(), decision);
        });
        if (does.containsKey(StartRules.Action.START)) {
            start(now.mode(), why.get(StartRules.Action.START), does.get(StartRules.Action.START), by);
        }
        if (does.containsKey(StartRules.Action.PROPOSE)) {
            propose(now.mode(), why.get(StartRules.Action.PROPOSE), does.get(StartRules.Action.PROPOSE), by);
        }
    }

    /** A table that cannot be computed makes no warning mild: a person is asked. */
    private StartRules.Decision decide(StartRules.Facts facts) {
        try {
            return rules.of(facts);
        } catch (RuntimeException e) {
            LOG.error("disaster-start.dmn cannot be computed ({}): the officers are asked", e.getClass().getSimpleName());
            return new StartRules.Decision(facts.mode().equals(Mode.TEST.name()) ? StartRules.Action.NOTHING : StartRules.Action.PROPOSE, Hazard.FLOOD, "");
        }
    }

    private void propose(Mode mode, StartRules.Decision decision, Map<String, Integer> areas, KeptTelegram by) {
        events.lockGroup(mode, decision.hazard().group());
        Set<String> asked = events.openAreas(mode, decision.hazard().group(), areas.keySet());
        Map<String, Integer> left = new TreeMap<>(areas);
        left.keySet().removeAll(asked);
        if (left.isEmpty()) {
            return;
        }
        long id = proposals.openOf(mode, decision.hazard().group()).map(Proposal::id).orElseGet(() -> proposals.put(mode, decision.hazard()));
        boolean more = proposals.widen(id, left);
        proposals.signal(id, by.id(), highest(left), decision.reason());
        if (more) {
            tell(mode == Mode.REAL ? NoticeKind.EVENT_PROPOSED : NoticeKind.DRILL_PROPOSED, "proposal " + id + " " + proposals.get(id).version());
        }
    }

    private void start(Mode mode, StartRules.Decision decision, Map<String, Integer> areas, KeptTelegram by) {
        events.lockGroup(mode, decision.hazard().group());
        if (events.openAreas(mode, decision.hazard().group(), areas.keySet()).containsAll(areas.keySet())) {
            return;
        }
        Set<String> all = new TreeSet<>(areas.keySet());
        long event = begin.byRule(mode, decision.hazard(), all, by.words() + "（" + decision.reason() + "）").id();
        long id = proposals.putStarted(mode, decision.hazard());
        proposals.widen(id, areas);
        proposals.signal(id, by.id(), highest(areas), decision.reason());
        proposals.decide(id, Proposal.State.STARTED_BY_RULE, decision.reason(), event, all, WhoAmI.THE_PROCESS);
        closeWhatIsAsked(mode, decision, event);
        tell(mode == Mode.REAL ? NoticeKind.EVENT_BEGAN : NoticeKind.DRILL_BEGAN, "began " + id);
    }

    /** A proposal of which nothing is left to ask needs no officer any more. */
    private void closeWhatIsAsked(Mode mode, StartRules.Decision decision, long event) {
        proposals.openOf(mode, decision.hazard().group()).filter(open -> events.openAreas(mode, decision.hazard().group(), open.areas().keySet()).containsAll(open.areas().keySet()))
                .ifPresent(open -> proposals.decide(open.id(), Proposal.State.STARTED_BY_RULE, decision.reason(), event, open.areas().keySet(), WhoAmI.THE_PROCESS));
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
