package jp.michishirube.safety.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.sharing.ReaderKnows;
import org.springframework.stereotype.Component;

/** Who may read the board of an event, and of which 町: the city all, others those of their own. A test is the city's alone. */
@Component
class Desks {

    private static final int MOST = 50;

    private final Events events;
    private final ReaderKnows knows;
    private final Municipality municipality;
    private final WhoAmI who;

    Desks(Events events, ReaderKnows knows, Municipality municipality, WhoAmI who) {
        this.events = events;
        this.knows = knows;
        this.municipality = municipality;
        this.who = who;
    }

    /** Events that the person may see, open ones first. */
    List<DisasterEvent> events() {
        return events.newest(MOST).stream().filter(e -> who.me().isCity() || areas(e).isPresent()).toList();
    }

    /**
     * @param area one of the person's; null or empty, as an address without one reads, for all of them
     * @throws Problem {@code event-not-found} (404), also for an event or a 町 of others
     */
    Desk at(DisasterEvent event, String area) {
        Person me = who.me();
        String sender = "person " + me.id();
        if (me.isCity()) {
            return new Desk(null, narrowed(new TreeSet<>(event.areas()), area), municipality.name(), sender);
        }
        ReaderKnows.Reader reader = knows.reader(me).orElseThrow(() -> Problem.notFound("event-not-found"));
        return new Desk(reader, narrowed(areas(event).orElseThrow(() -> Problem.notFound("event-not-found")), area), reader.name(), sender);
    }

    private Optional<Set<String>> areas(DisasterEvent event) {
        return event.mode() == Mode.TEST ? Optional.empty() : knows.reader(who.me()).map(reader -> {
            Set<String> own = new TreeSet<>(event.areas());
            own.retainAll(reader.areas());
            return own;
        }).filter(own -> !own.isEmpty());
    }

    private static Set<String> narrowed(Set<String> areas, String area) {
        if (area == null || area.isEmpty()) {
            return areas;
        }
        if (!areas.contains(area)) {
            throw Problem.notFound("event-not-found");
        }
        return Set.of(area);
    }
}
