package jp.michishirube.evacuation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final Routes routes;
    private final CaseAccess access;

    EvacuationApi(Places places, Routes routes, CaseAccess access) {
        this.places = places;
        this.routes = routes;
        this.access = access;
    }

    /** @param designations by kind of disaster, only what the list says anything of */
    record PlaceBody(
            long id, String commonId, PlaceKind kind, String name, String address, Double lat, Double lon, Integer capacity, String accepts,
            Map<HazardKind, Suitability> designations) {

        static PlaceBody of(Place p) {
            return new PlaceBody(p.id(), p.commonId(), p.kind(), p.name(), p.address(), p.position() == null ? null : p.position().lat(),
                    p.position() == null ? null : p.position().lon(), p.capacity(), p.accepts(), new TreeMap<>(p.designations()));
        }
    }

    record PlacesBody(int page, long total, List<PlaceBody> places) {}

    /**
     * @param line    latitude and longitude in degrees, from the home to the place
     * @param minutes at the resident's speed
     * @param dangers that it passes through, the longest first
     */
    record WayBody(
            HazardKind hazard, int version, Long placeId, String placeName, WayProfile profile, double metres, int minutes, List<double[]> line,
            List<String> dangers, Instant savedAt) {

        static WayBody of(SavedRoute r) {
            return new WayBody(r.hazard(), r.version(), r.placeId(), r.placeName(), r.profile(), Math.round(r.way().metres()), r.way().minutes(),
                    r.way().line().stream().map(p -> new double[] {p.lat(), p.lon()}).toList(),
                    r.way().crossings().stream().map(Way.Crossing::label).toList(), r.madeAt());
        }
    }

    @GetMapping("/places")
    @PreAuthorize("hasAuthority('SCOPE_cases:read')")
    @Operation(summary = "The municipality's evacuation sites and shelters, 200 a page")
    PlacesBody places(@RequestParam(required = false) HazardKind hazard, @RequestParam(required = false) PlaceKind kind,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        Places.Page found = places.page(new Places.Filter(hazard, kind, q, false), page, MOST);
        return new PlacesBody(found.number(), found.total(), found.places().stream().map(PlaceBody::of).toList());
    }

    @GetMapping("/cases/{number}/routes")
    @PreAuthorize("hasAuthority('SCOPE_plans:read')")
    @Operation(summary = "The saved ways of a case, one per kind of disaster")
    List<WayBody> routes(@PathVariable CaseNumber number) {
        CaseFile file = access.open(number, "route");
        return routes.of(file.id()).stream().map(WayBody::of).toList();
    }
}
