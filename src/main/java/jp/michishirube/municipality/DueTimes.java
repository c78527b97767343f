package jp.michishirube.municipality;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** When the work of a step is due, in working days of the municipality, always at the end of an office day. */
@Component
public class DueTimes {

    private final WorkingDays days;
    private final DuePolicy policy;

    @Autowired
    DueTimes(WorkingDays days, Municipality municipality) {
        this(days, municipality.section("due", DuePolicy.class));
    }

    DueTimes(WorkingDays days, DuePolicy policy) {
        this.days = days;
        this.policy = policy;
    }

    /**
     * @param step id of the step ({@code ReviewPlan}) or its name ({@code REVIEW_PLAN}); an unknown one gets ten working days
     * @param from when the step began; the day itself does not count
     */
    public Instant dueAt(String step, Instant from) {
        return days.closing(days.addDays(WorkingDays.dayOf(from), policy.of(step)));
    }

    /** When the one who works on it is reminded; not after the due time itself. */
    public Instant remindAt(Instant due) {
        return policy.remindBefore() == 0 ? due : days.closing(days.addDays(WorkingDays.dayOf(due), -policy.remindBefore()));
    }

    /** When the office's leader and the roster manager are told. */
    public Instant escalateAt(Instant due) {
        return days.closing(days.addDays(WorkingDays.dayOf(due), policy.escalateAfter()));
    }
}
