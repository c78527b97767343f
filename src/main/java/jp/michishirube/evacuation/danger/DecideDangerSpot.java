package jp.michishirube.evacuation.danger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The city confirms, prolongs or withdraws a danger spot; its poster may withdraw it too. */
@Service
public class DecideDangerSpot {

    private final DangerSpots spots;
    private final WhoAmI whoAmI;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DecideDangerSpot(DangerSpots spots, WhoAmI whoAmI, Clock clock, ApplicationEventPublisher events) {
        this.spots = spots;
        this.whoAmI = whoAmI;
        this.clock = clock;
        this.events = events;
    }

    enum Decision { CONFIRM, PROLONG, WITHDRAW }

    /**
     * @param until the new last day of PROLONG
     * @throws Problem {@code danger-not-found}, {@code danger-not-yours} (403), {@code danger-decided} (409) when it is not in a state for it
     */
    @Transactional
    void decide(long id, Decision decision, LocalDate until, String note) {
        Person me = whoAmI.me();
        DangerSpot spot = spots.find(id, true).orElseThrow(() -> Problem.notFound("danger-not-found"));
        if (!me.isCity() && !(decision == Decision.WITHDRAW && spot.postedBy().equals(me.id()))) {
            throw Problem.forbidden("danger-not-yours");
        }
        String said = note == null ? "" : note.strip();
        if (said.length() > PostDangerSpot.NOTE_LENGTH) {
            throw Problem.invalid("danger-invalid", List.of(new FieldProblem("note", "danger-note", PostDangerSpot.NOTE_LENGTH)));
        }
        LocalDate today = LocalDate.now(clock);
        boolean counted = spot.countsOn(today);
        switch (decision) {
            case CONFIRM -> {
                if (spot.state() != DangerSpot.State.WAITING) {
                    throw Problem.conflict("danger-decided");
                }
                spots.state(id, DangerSpot.State.SHOWN);
            }
            case PROLONG -> {
                if (spot.state() == DangerSpot.State.WITHDRAWN || until == null || until.isBefore(today) || until.isAfter(today.plusYears(10))) {
                    throw Problem.conflict("danger-decided");
                }
                spots.until(id, until);
            }
            case WITHDRAW -> {
                if (spot.state() == DangerSpot.State.WITHDRAWN) {
                    throw Problem.conflict("danger-decided");
                }
                spots.state(id, DangerSpot.State.WITHDRAWN);
            }
        }
        spots.happened(id, clock.instant(), me.name(), decision.name(), said);
        boolean counts = spots.find(id, false).orElseThrow().countsOn(today);
        if (counts != counted) {
            events.publishEvent(new DangerSpotChanged(id, counts));
        }
    }
}
