package jp.michishirube.evacuation.road;

import java.util.List;
import jp.michishirube.evacuation.hazard.Position;

/**
 * What of a way runs off the roads that are known, as the crow flies. Length and minutes of the way count it.
 *
 * @param fromHome metres from the home to where the roads begin; null for a way saved before this was measured
 * @param toPlace  metres from where the roads end to the place; null as above
 */
public record Gaps(Double fromHome, Double toPlace) {

    static final Gaps NONE = new Gaps(0.0, 0.0);
    /** A yard: shorter gaps are not worth a word, and nobody doubts that they can be crossed. */
    public static final double YARD_METRES = 25;

    static Gaps of(List<Position> line, Position home, Position place) {
        return new Gaps(home.metresTo(line.get(0)), place.metresTo(line.get(line.size() - 1)));
    }

    double metres() {
        return (fromHome == null ? 0 : fromHome) + (toPlace == null ? 0 : toPlace);
    }
}
