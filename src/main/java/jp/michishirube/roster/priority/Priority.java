package jp.michishirube.roster.priority;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * @param rank     1 (first) to 9 (no rule speaks for haste)
 * @param eligible false for people whom the municipality makes no plan for, such as residents of a facility
 * @param reasons  in the municipality's words, as the rules that applied give them
 */
@NamedInterface("priority")
public record Priority(int rank, boolean eligible, List<String> reasons) {

    /** Where no rules are set up. */
    public static final Priority NONE = new Priority(9, true, List.of());

    /** The rules could not be computed: among the first until somebody has looked, so that nobody waits for a mistake in a table. */
    public static final Priority NOT_JUDGED = new Priority(1, true, List.of("優先度の規則が計算できず、まだ判定していません"));

    public Priority {
        reasons = List.copyOf(reasons);
    }
}
