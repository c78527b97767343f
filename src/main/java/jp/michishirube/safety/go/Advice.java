package jp.michishirube.safety.go;

import java.util.List;
import jp.michishirube.evacuation.flight.FindPlaces.Found;
import jp.michishirube.evacuation.flight.Judged;

/**
 * What the page says before it asks: whether to go now, why, where to, and what the plan says when to begin. Holds no name, no address and
 * nothing that somebody wrote in own words: the link may lie in other hands.
 *
 * @param floor   on which the person lives, for depths of water; null for not known
 * @param byPlan  the home might bear it, but the plan names a place to flee to
 * @param where   places to flee to, the plan's own first
 * @param lost    places of the plan that are none to flee to today
 * @param onPaper the plan names a place that is on no list, such as the home of relatives: it stands on the plan alone
 * @param sign    by which the plan says to begin; null for none, empty for one in own words that stands on the plan alone
 */
public record Advice(Judged judged, Integer floor, boolean byPlan, List<Found> where, List<Found> lost, boolean onPaper, String sign) {

    public Judged.Verdict verdict() {
        return judged.verdict() == Judged.Verdict.ABOVE && byPlan ? Judged.Verdict.GO : judged.verdict();
    }

    /** Depths are told with the floor that they were compared with. */
    public boolean isAboutFloor() {
        return judged.why().stream().anyMatch(w -> w.measure().equals("DEPTH"));
    }
}
