package jp.michishirube.evacuation.road;

import java.util.List;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Position;

/**
 * A way from the home to the place.
 *
 * @param line      along the roads, or as drawn by hand
 * @param metres    length over the ground, with the gaps
 * @param minutes   at the resident's speed, rounded up
 * @param steps     turn by turn; empty for a hand-drawn line
 * @param crossings the dangers it passes through, the longest first; empty when it avoids all that are known
 * @param gaps      what of it runs off the roads
 * @param stretches of steps and of roads closed in winter, one a kind
 */
public record Way(
        List<Position> line, double metres, int minutes, List<Step> steps, List<Crossing> crossings, Gaps gaps, List<Stretch> stretches) {

    public Way {
        // ways saved before these were looked at
        gaps = gaps == null ? new Gaps(null, null) : gaps;
        stretches = stretches == null ? List.of() : List.copyOf(stretches);
    }

    /**
     * @param turn      what one does where the step begins
     * @param street    empty for roads without a name
     * @param metres    from there to the next turn
     * @param direction of the first metres: N, NE, E, SE, S, SW, W, NW
     */
    public record Step(Turn turn, String street, double metres, String direction) {}

    /**
     * @param key       see {@link Danger}
     * @param label     as people call it
     * @param metres    of the way inside it
     * @param fromHome  the home itself lies in it: leaving it cannot be avoided
     * @param atPlace   the place itself lies in it
     */
    public record Crossing(String key, String label, double metres, boolean fromHome, boolean atPlace) {}

    /** Every danger it passes through is one that the home itself lies in. */
    public boolean isOnlyLeaving() {
        return !crossings.isEmpty() && crossings.stream().allMatch(Crossing::fromHome);
    }

    public boolean isHandDrawn() {
        return steps.isEmpty();
    }
}
