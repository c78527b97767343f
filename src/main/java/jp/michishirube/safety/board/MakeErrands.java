package jp.michishirube.safety.board;

import java.util.Map;
import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Answered;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Mode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes visits and calls from those without an answer and those who call for help; made twice they are made once. An injury makes a call by
 * itself, and who is well needs neither any more.
 */
@Component
class MakeErrands {

    private static final int TEAM_LENGTH = 40;
    private static final Map<Part, Errand.Why> WHY = Map.of(Part.UNANSWERED, Errand.Why.UNANSWERED, Part.UNREACHABLE, Errand.Why.UNREACHABLE, Part.HELP, Errand.Why.HELP);

    private final Rows rows;
    private final Errands errands;
    private final Events events;
    private final WhoAmI who;

    MakeErrands(Rows rows, Errands errands, Events events, WhoAmI who) {
        this.rows = rows;
        this.errands = errands;
        this.events = events;
        this.who = who;
    }

    /**
     * @param areas 町 of the event
     * @param parts of the board: without an answer, not reached, help
     * @param team  who makes them; empty for nobody yet
     * @return how many are new
     * @throws Problem {@code errands-invalid} (422); {@code event-not-open} (409)
     */
    @Transactional
    public int make(DisasterEvent event, Set<String> areas, Set<Part> parts, Errand.Kind kind, String team) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        if (parts.isEmpty() || !WHY.keySet().containsAll(parts)) {
            throw Problem.invalid("errands-invalid", java.util.List.of(new FieldProblem("parts", "required")));
        }
        String theirs = team(team);
        if (!event.isOpen()) {
            throw Problem.conflict("event-not-open");
        }
        return (int) rows.in(event.id(), areas, "").stream().filter(r -> parts.contains(Part.of(r)))
                .filter(r -> errands.make(r, event.id(), kind, r.said() == Said.HURT ? Errand.Why.HURT : WHY.get(Part.of(r)), theirs, me)).count();
    }

    /** @throws Problem {@code errands-invalid} (422) for a name that is too long: kept whole or refused */
    static String team(String team) {
        if (team.strip().length() > TEAM_LENGTH) {
            throw Problem.invalid("errands-invalid", java.util.List.of(new FieldProblem("team", "errands-team", TEAM_LENGTH)));
        }
        return team.strip();
    }

    /** In the transaction of the answer. */
    @EventListener
    void on(Answered answered) {
        Person by = who.orProcess();
        Said said = answered.present().said();
        if (answered.isNewInjury() && events.get(answered.person().eventId()).mode() != Mode.TEST) {
            errands.make(answered.person().id(), answered.person().eventId(), Errand.Kind.CALL, Errand.Why.HURT, "", by);
        } else if (said == Said.SAFE || said == Said.EVACUATED || said == Said.DECLINED) {
            errands.notNeeded(answered.person().id(), by);
        }
    }
}
