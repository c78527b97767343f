package jp.michishirube.safety.start;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.warning.HearWarnings;
import jp.michishirube.safety.warning.KeptTelegram;
import jp.michishirube.safety.warning.RiverState;
import org.springframework.stereotype.Component;

/** Hears of warnings that rise in a 町. One that goes on, falls, is lifted or taken back proposes nothing and ends nothing: people do. */
@Component
class ProposeEvent implements HearWarnings {

    private static final String RIVER = "RIVER";

    private final RaiseProposal raise;

    ProposeEvent(RaiseProposal raise) {
        this.raise = raise;
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
            StartRules.Decision decision = raise.decide(new StartRules.Facts(RIVER, now.mode().name(), Hazard.FLOOD.name(), level, now.concern().name()));
            does.computeIfAbsent(decision.action(), a -> new TreeMap<>()).putAll(areas);
            why.put(decision.action(), decision);
        });
        Cause cause = new Cause(by.id(), null, by.words());
        for (StartRules.Action action : new StartRules.Action[] {StartRules.Action.START, StartRules.Action.PROPOSE}) {
            if (does.containsKey(action)) {
                raise.raise(now.mode(), why.get(action), does.get(action), cause);
            }
        }
    }
}
