package jp.michishirube.safety.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.safety.answer.Group;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events for systems and people; boards for people alone, each as that person may see it. */
@RestController
@RequestMapping("/api/v1/events")
@PreAuthorize("hasAuthority('SCOPE_safety:read')")
@Tag(name = "safety")
class BoardApi {

    private static final int MOST = 50;

    private final Events events;
    private final Desks desks;
    private final ReadBoard boards;
    private final WhoAmI who;

    BoardApi(Events events, Desks desks, ReadBoard boards, WhoAmI who) {
        this.events = events;
        this.desks = desks;
        this.boards = boards;
        this.who = who;
    }

    record EventView(long id, Mode mode, Hazard hazard, List<String> areas, Instant startedAt, Instant endsAt, Instant endedAt, boolean corrected) {}

    /** @param planned of those with a plan in force; {@code roster} of those on the roster alone */
    record Figure(Part part, long planned, long roster) {}

    record PersonView(int number, boolean planned, String area, String name, Integer age, String address, String phone, String household, Group group,
            Said said, Instant saidAt, boolean disputed) {}

    /** @param unnamed how many were asked whom the reader may not know by name */
    record BoardView(EventView event, Instant asOf, List<Figure> figures, int unnamed, List<PersonView> people) {}

    @GetMapping
    @Operation(summary = "The newest events, open ones first; no personal data")
    List<EventView> list() {
        return (who.me().system() ? events.newest(MOST) : desks.events()).stream().map(BoardApi::view).toList();
    }

    @GetMapping("/{event:\\d{1,18}}/board")
    @Operation(summary = "The board as the person may see it; a system's token is refused")
    BoardView board(@PathVariable long event, @RequestParam(required = false) String area) {
        who.acting(Role.REVIEWER, Role.ROSTER_MANAGER, Role.NEIGHBOURHOOD_LEADER, Role.WELFARE_COMMISSIONER);
        DisasterEvent of = events.get(event);
        Board board = boards.read(of, desks.at(of, area), "safety-api");
        return new BoardView(view(of), board.asOf(), board.tally().lines().stream().map(l -> new Figure(l.part(), l.planned(), l.roster())).toList(),
                board.unnamed(), board.rows().stream().map(r -> new PersonView(r.number(), r.ring() == 1, r.area(), r.name(), r.age(), r.address(), r.phone(),
                        r.household(), r.group(), r.said(), r.at(), r.disputed())).toList());
    }

    private static EventView view(DisasterEvent e) {
        return new EventView(e.id(), e.mode(), e.hazard(), e.namedAreas(), e.startedAt(), e.endsAt(), e.endedAt(), e.corrected());
    }
}
