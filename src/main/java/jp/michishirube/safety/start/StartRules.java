package jp.michishirube.safety.start;

import java.util.List;
import java.util.Map;
import jp.michishirube.safety.event.Hazard;

/**
 * The municipality's rule what a signal does: decision table {@code forms/<code>/disaster-start.dmn}, else {@code processes/disaster-start.dmn}. Implemented by
 * the room that knows the decision engine.
 */
public interface StartRules {

    /** What a signal does. */
    enum Action {
        /** The officer on duty is asked. */
        PROPOSE,
        /** The event begins at once; a drill begins a drill. */
        START,
        NOTHING
    }

    /** @param reason in the municipality's words, as the rule gives it */
    record Decision(Action action, Hazard hazard, String reason) {}

    /**
     * What a rule may ask of a signal, by the names of the components.
     *
     * @param source  {@code RIVER}: 指定河川洪水予報; {@code FLAG}: the word of another system that something has happened; {@code ORDER}: the municipality's own 避難情報
     * @param mode    REAL, DRILL or TEST
     * @param hazard  FLOOD for a river; what the other system says
     * @param level   of the 町 in question, 2 to 5; 0 for a signal that tells none. What is forecast for later is none
     * @param concern NAMED, RIVER or UNKNOWN ({@link jp.michishirube.safety.warning.Concern})
     */
    record Facts(String source, String mode, String hazard, int level, String concern) {

        public Map<String, Object> asMap() {
            return Map.of("source", source, "mode", mode, "hazard", hazard, "level", level, "concern", concern);
        }
    }

    /** Every name that a table may ask for. */
    List<String> NAMES = List.of("source", "mode", "hazard", "level", "concern");

    /** @throws RuntimeException where the table cannot be computed */
    Decision of(Facts facts);
}
