package jp.michishirube.evacuation.route;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Home;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.MunicipalArea;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.PlaceKind;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.evacuation.place.Suitability;
import jp.michishirube.evacuation.road.Season;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.WayProfile;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.SystemReading;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evacuation places and the saved ways of cases, for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "evacuation")
class EvacuationApi {

    private static final int MOST = 200;

    private final Places places;
    private final NearPlaces near;
    private final Homes homes;
    private final MunicipalArea area;
    private final Routes routes;
    private final CaseAccess access;
    private final SystemReading reading;
    private final WhoAmI who;

    EvacuationApi(Places places, NearPlaces near, Homes homes, MunicipalArea area, Routes routes, CaseAccess access, SystemReading reading, WhoAmI who) {
        this.places = places;
        this.near = near;
        this.homes = homes;
        this.area = area;
        this.routes = routes;
        this.access = access;
        this.reading = reading;
        this.who = who;
    }

    /**
     * @param designations by kind of disaster, only what the list says anything of
     * @param metres       to there from where the caller asked; null when no point was given or the place has no position
     * @param alongRoad    false when {@code metres} is a straight line
     */
    record PlaceBody(
            long id, String commonId, PlaceKind kind, String name, String address, Double lat, Double lon, Integer capacity, String accepts,
            Map<HazardKind, Suitability> designations, Double metres, Boolean alongRoad) {

        static PlaceBody of(Place p, Double metres, Boolean alongRoad) {
            return new PlaceBody(p.id(), p.commonId(), p.kind(), p.name(), p.address(), p.position() == null ? null : p.position().lat(),
                    p.position() == null ? null : p.position().lon(), p.capacity(), p.accepts(), new TreeMap<>(p.designations()),
                    metres == null ? null : (double) Math.round(metres), metres == null ? null : alongRoad);
        }
    }

    record PlacesBody(int page, long total, List<PlaceBody> places) {}

    /**
     * @param line    latitude and longitude in degrees, from the home to the place
     * @param season  for which it was made; null for ways saved before that was kept
     * @param minutes at the resident's speed
     * @param dangers that it passes through, the longest first
     */
    record WayBody(
            HazardKind hazard, int version, Long placeId, String placeName, WayProfile profile, Season season, double metres, int minutes, List<double[]> line,
            List<String> dangers, Instant savedAt) {

        static WayBody of(SavedRoute r) {
            return new WayBody(r.hazard(), r.version(), r.placeId(), r.placeName(), r.profile(), r.season(), Math.round(r.way().metres()), r.way().minutes(),
                    r.way().line().stream().map(p -> new double[] {p.lat(), p.lon()}).toList(),
                    r.way().crossings().stream().map(Way.Crossing::label).toList(), r.madeAt());
        }
    }

    /** A point is where somebody lives, more often than not: it is asked from in the body, as an address stays in the logs of proxies. */
    record FromPoint(HazardKind hazard, PlaceKind kind, String q, Integer page, Double lat, Double lon, WayProfile profile) {}

    @GetMapping("/places")
    @PreAuthorize("hasAuthority('SCOPE_cases:read')")
    @Operation(summary = "The municipality's evacuation sites and shelters, 200 a page",
            description = "By name; from a case's home nearest first along the way by the profile. From a point: POST /places/search.")
    PlacesBody places(@RequestParam(required = false) HazardKind hazard, @RequestParam(required = false) PlaceKind kind,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, @RequestParam(name = "case", required = false) CaseNumber number,
            @RequestParam(defaultValue = "WALKER") WayProfile profile, @RequestParam Map<String, String> all) {
        if (all.containsKey("lat") || all.containsKey("lon")) {
            throw Problem.badRequest("positions-not-in-addresses");
        }
        return found(number == null ? Optional.empty() : home(access.open(number, "places")), new Places.Filter(hazard, kind, q, false), page, profile);
    }

    /** A case whose home is not known yet gives no point. Distances to a few places tell where it is. */
    private Optional<Position> home(CaseFile file) {
        reading.beside(file);
        return homes.of(file.resident()).map(Home::position);
    }

    @PostMapping("/places/search")
    @PreAuthorize("hasAuthority('SCOPE_cases:read')")
    @Operation(summary = "The same from a point (lat and lon), nearest first along the way by the profile")
    PlacesBody search(@RequestBody FromPoint asked) {
        if (asked.lat() == null || asked.lon() == null) {
            throw Problem.badRequest("route-points-unreadable");
        }
        return found(Optional.of(area.checked(asked.lat(), asked.lon())), new Places.Filter(asked.hazard(), asked.kind(), asked.q() == null ? "" : asked.q(), false),
                asked.page() == null ? 1 : asked.page(), asked.profile() == null ? WayProfile.WALKER : asked.profile());
    }

    private PlacesBody found(Optional<Position> here, Places.Filter filter, int page, WayProfile profile) {
        if (here.isEmpty()) {
            Places.Page found = places.page(filter, page, MOST);
            return new PlacesBody(found.number(), found.total(), found.places().stream().map(p -> PlaceBody.of(p, null, null)).toList());
        }
        List<NearPlaces.Near> found = near.from(here.get(), filter, profile);
        int shown = Math.max(1, Math.min(page, (found.size() + MOST - 1) / MOST));
        return new PlacesBody(shown, found.size(), found.stream().skip((shown - 1L) * MOST).limit(MOST)
                .map(n -> PlaceBody.of(n.place(), n.metres(), n.alongRoad())).toList());
    }

    @GetMapping("/cases/{number}/routes")
    @PreAuthorize("hasAuthority('SCOPE_plans:read')")
    @Operation(summary = "The saved ways of a case, one per kind of disaster")
    List<WayBody> routes(@PathVariable CaseNumber number) {
        CaseFile file = access.open(number, "route");
        reading.beside(file);
        return routes.of(file.id()).stream().map(WayBody::of).toList();
    }
}
