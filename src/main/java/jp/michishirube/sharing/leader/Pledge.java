package jp.michishirube.sharing.leader;

import java.util.OptionalInt;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.promise.Promises;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 誓約: whoever leads says before the first name that they keep secret what they learn (災害対策基本法49条の13, 49条の17). It is of one term
 * and of one text: a new term or a new version asks again.
 */
@Component
class Pledge {

    private final Leaders leaders;
    private final Promises promises;

    Pledge(Leaders leaders, Promises promises) {
        this.leaders = leaders;
        this.promises = promises;
    }

    /** Where the municipality has written no pledge, nobody can give one, and nobody is shown a name. */
    OptionalInt version() {
        return promises.newest(Promises.Of.LEADER);
    }

    boolean stands(Leader leader) {
        return leader.pledge() != null && version().isPresent() && leader.pledge() == version().getAsInt();
    }

    /** @param seen version that was on the page. @throws Problem {@code pledge-changed} (409) */
    @Transactional
    void give(Leader leader, int seen) {
        if (version().isEmpty() || version().getAsInt() != seen) {
            throw Problem.conflict("pledge-changed");
        }
        if (!stands(leader)) {
            leaders.pledged(leader.id(), seen);
            leaders.line(leader, Leaders.What.PLEDGED, String.valueOf(seen));
        }
    }
}
