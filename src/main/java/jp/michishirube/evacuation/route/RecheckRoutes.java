package jp.michishirube.evacuation.route;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.Timeline;
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
import jp.michishirube.notification.Notify;
import jp.michishirube.plan.versions.PlansNaming;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Looks at the saved ways again when a danger spot, a hazard map or a place changed, and tells the offices whose way is touched: by a
 * notice, and by work in their list until they have looked. Each danger is told once per way.
 */
@Service
class RecheckRoutes {

    private final Routes routes;
    private final Dangers dangers;
    private final DangerSpots spots;
    private final MunicipalArea area;
    private final PlansNaming plansNaming;
    private final CaseFiles cases;
    private final CaseProcess process;
    private final Timeline timeline;
    private final Notify notify;

    RecheckRoutes(Routes routes, Dangers dangers, DangerSpots spots, MunicipalArea area, PlansNaming plansNaming, CaseFiles cases,
            CaseProcess process, Timeline timeline, Notify notify) {
        this.routes = routes;
        this.dangers = dangers;
        this.spots = spots;
        this.area = area;
        this.plansNaming = plansNaming;
        this.cases = cases;
        this.process = process;
        this.timeline = timeline;
        this.notify = notify;
    }

    @EventListener
    void on(DangerSpotChanged changed) {
        if (changed.counts()) {
            spots.find(changed.spotId(), false).ifPresent(spot -> recheck(spot.shape().getEnvelopeInternal()));
        }
    }

    @EventListener
    void on(HazardAreasChanged changed) {
        recheck(area.envelope());
    }

    /** Plans name places, and ways lead to them: both are asked, each office is told once per import. */
    @EventListener
    void on(PlaceLost lost) {
        Map<CaseId, HazardKind> touched = new LinkedHashMap<>();
        for (Routes.Current current : routes.touching(new Envelope(), lost.placeId())) {
            if (lost.hazard() == null || lost.hazard() == current.route().hazard()) {
                touched.putIfAbsent(current.caseId(), current.route().hazard());
            }
        }
        plansNaming.place(String.valueOf(lost.placeId())).forEach(id -> touched.putIfAbsent(id, lost.hazard()));
        Set<CaseId> told = new HashSet<>();
        touched.forEach((caseId, hazard) -> {
            if (isLive(cases.get(caseId).state())) {
                tell(caseId, "place-lost", hazard, NoticeKind.PLACE_CHANGED, told);
            }
        });
    }

    private static boolean isLive(CaseState state) {
        return state == CaseState.OPEN || state.isInForce();
    }

    /** Only what a way did not cross when it was saved or last checked is news. */
    private void recheck(Envelope box) {
        Set<CaseId> told = new HashSet<>();
        for (Routes.Current current : routes.touching(box, null)) {
            SavedRoute route = current.route();
            List<Way.Crossing> crossings = Ways.crossings(route.way().line(), dangers.around(route.way().line(), route.hazard()).all());
            String keys = Routes.keys(crossings);
            Set<String> labelsSaved = new HashSet<>(route.way().crossings().stream().map(Way.Crossing::label).toList());
            Set<String> known = new HashSet<>(Arrays.asList(current.checked().split(" ")));
            boolean news = crossings.stream().filter(c -> !labelsSaved.contains(c.label()))
                    .flatMap(c -> Arrays.stream(c.key().split(" "))).anyMatch(k -> !known.contains(k));
            routes.checked(current.id(), keys);
            if (news) {
                tell(current.caseId(), "route-endangered", route.hazard(), NoticeKind.DANGER_SPOT, told);
            }
        }
    }

    private void tell(CaseId caseId, String kind, HazardKind hazard, NoticeKind notice, Set<CaseId> told) {
        timeline.append(caseId, kind, hazard == null ? Map.of() : Map.of("hazard", hazard.key()));
        CaseFile caseFile = cases.get(caseId);
        if (told.add(caseId)) {
            process.checkWay(caseId);
            if (caseFile.office() != null) {
                notify.toOffice(caseFile.office(), notice, caseFile.number());
            }
        }
    }
}
