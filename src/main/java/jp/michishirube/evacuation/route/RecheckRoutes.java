package jp.michishirube.evacuation.route;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.evacuation.danger.DangerSpotChanged;
import jp.michishirube.evacuation.danger.DangerSpots;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.HazardAreasChanged;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.evacuation.place.PlaceLost;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.Ways;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.plan.versions.PlansNaming;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Looks at the saved ways again when a danger spot, a hazard map or a place changed, and tells the offices whose way is touched: by a
 * notice, and by work in their list until they have looked. Each danger is told once per way. One way that cannot be looked at stops
 * neither the others nor the map that was loaded.
 */
@Service
class RecheckRoutes {

    private final Routes routes;
    private final Dangers dangers;
    private final DangerSpots spots;
    private final MunicipalArea area;
    private final PlansNaming plansNaming;
    private final TellOfWay way;
    private final LeftAside leftAside;
    private final ApplicationEventPublisher events;

    RecheckRoutes(Routes routes, Dangers dangers, DangerSpots spots, MunicipalArea area, PlansNaming plansNaming, TellOfWay way, LeftAside leftAside, ApplicationEventPublisher events) {
        this.routes = routes;
        this.dangers = dangers;
        this.spots = spots;
        this.area = area;
        this.plansNaming = plansNaming;
        this.way = way;
        this.leftAside = leftAside;
        this.events = events;
    }

    @EventListener
    void on(DangerSpotChanged changed) {
        if (changed.counts()) {
            spots.find(changed.spotId(), false).ifPresent(spot -> recheck(spot.shape().getEnvelopeInternal(), caseId -> { }));
        }
    }

    @EventListener
    void on(HazardAreasChanged changed) {
        recheck(area.envelope(), caseId -> events.publishEvent(new WayThroughDanger(caseId)));
    }

    /** Plans name places, and ways lead to them: both are asked, each office is told once per import. */
    @EventListener
    void on(PlaceLost lost) {
        Map<CaseId, HazardKind> touched = new LinkedHashMap<>();
        for (Routes.Touched current : routes.touching(new Envelope(), lost.placeId())) {
            each(current.id(), current.caseId(), () -> {
                HazardKind hazard = routes.current(current.id()).route().hazard();
                if (lost.hazard() == null || lost.hazard() == hazard) {
                    touched.putIfAbsent(current.caseId(), hazard);
                }
            });
        }
        plansNaming.place(String.valueOf(lost.placeId())).forEach(id -> touched.putIfAbsent(id, lost.hazard()));
        Set<CaseId> told = new HashSet<>();
        touched.forEach((caseId, hazard) -> each("place " + lost.placeId() + " " + caseId.value(), caseId,
                () -> way.tell(caseId, "place-lost", hazard, NoticeKind.PLACE_CHANGED, told)));
    }

    /** Only what a way did not cross when it was saved or last checked is news. */
    private void recheck(Envelope box, Consumer<CaseId> news) {
        Set<CaseId> told = new HashSet<>();
        routes.touching(box, null).forEach(touched -> each(touched.id(), touched.caseId(), () -> recheck(touched, told, news)));
    }

    private void each(Object item, CaseId caseId, Runnable look) {
        leftAside.attempt(LeftAside.Item.of(LeftAside.Work.RECHECK_WAY, item).ofCase(caseId), look);
    }

    private void recheck(Routes.Touched touched, Set<CaseId> told, Consumer<CaseId> news) {
        Routes.Current current = routes.current(touched.id());
        SavedRoute route = current.route();
        List<Way.Crossing> crossings = Ways.crossings(route.way().line(), dangers.around(route.way().line(), route.hazard()).all());
        Set<String> labelsSaved = new HashSet<>(route.way().crossings().stream().map(Way.Crossing::label).toList());
        Set<String> known = new HashSet<>(Arrays.asList(current.checked().split(" ")));
        boolean isNew = crossings.stream().filter(c -> !labelsSaved.contains(c.label()))
                .flatMap(c -> Arrays.stream(c.key().split(" "))).anyMatch(k -> !known.contains(k));
        routes.checked(touched.id(), Routes.keys(crossings));
        if (isNew) {
            way.tell(touched.caseId(), "route-endangered", route.hazard(), NoticeKind.DANGER_SPOT, told);
            news.accept(touched.caseId());
        }
    }
}
