package jp.michishirube.safety.go;

import jp.michishirube.evacuation.flight.FindPlaces;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.DisasterEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city's staff tell whether a place is open, full or closed in an event. */
@Component
class TellPlace {

    private final PlaceStates states;
    private final FindPlaces places;
    private final WhoAmI who;

    TellPlace(PlaceStates states, FindPlaces places, WhoAmI who) {
        this.states = states;
        this.places = places;
        this.who = who;
    }

    /**
     * @param state null for not known any more
     * @throws Problem {@code event-not-open} (409); {@code place-not-found} (404) for one that is not meant for this disaster
     */
    @Transactional
    public void tell(DisasterEvent event, long placeId, FindPlaces.State state) {
        if (!event.isOpen()) {
            throw Problem.conflict("event-not-open");
        }
        if (places.listed(event.hazard().onMaps()).stream().noneMatch(p -> p.id() == placeId)) {
            throw Problem.notFound("place-not-found");
        }
        states.tell(event.id(), placeId, state, who.acting(Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
