package jp.michishirube.evacuation.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.danger.MapData;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.HazardsAt;
import jp.michishirube.evacuation.hazard.Home;
import jp.michishirube.evacuation.hazard.HomeOrigin;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.road.Gaps;
import jp.michishirube.evacuation.road.Roads;
import jp.michishirube.evacuation.road.Season;
import jp.michishirube.evacuation.road.RouteWish;
import jp.michishirube.evacuation.road.RouteWords;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.evacuation.road.WayProfile;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a way to an evacuation place is found, seen on a map, read as text and kept with the case. */
@Controller
class RouteController {

    private static final String READERS = "hasAnyRole('CARE_MANAGER', 'OFFICE_LEADER', 'REVIEWER', 'ROSTER_MANAGER', 'WELFARE_COMMISSIONER')";
    private static final String WRITERS = "hasAnyRole('CARE_MANAGER', 'OFFICE_LEADER', 'REVIEWER')";

    private final CaseAccess access;
    private final Homes homes;
    private final HazardsAt hazardsAt;
    private final RankPlaces rankPlaces;
    private final ProposeWays proposeWays;
    private final Routes routes;
    private final SaveRoute saveRoute;
    private final Roads roads;
    private final MapData maps;
    private final Dangers dangers;
    private final RouteWords words;
    private final EvacuationPolicy policy;

    RouteController(CaseAccess access, Homes homes, HazardsAt hazardsAt, RankPlaces rankPlaces, ProposeWays proposeWays, Routes routes,
            SaveRoute saveRoute, Roads roads, MapData maps, Dangers dangers, RouteWords words, Municipality municipality) {
        this.access = access;
        this.homes = homes;
        this.hazardsAt = hazardsAt;
        this.rankPlaces = rankPlaces;
        this.proposeWays = proposeWays;
        this.routes = routes;
        this.saveRoute = saveRoute;
        this.roads = roads;
        this.maps = maps;
        this.dangers = dangers;
        this.words = words;
        this.policy = municipality.section("evacuation", EvacuationPolicy.class);
    }

    @GetMapping("/cases/{number}/route")
    @PreAuthorize(READERS)
    String page(@PathVariable String number, @RequestParam(required = false) HazardKind hazard, @RequestParam(required = false) Long place,
            @RequestParam(required = false) WayProfile profile, @RequestParam(required = false) Double speed,
            @RequestParam(defaultValue = "") List<String> via, @RequestParam(defaultValue = "false") boolean shelters,
            @RequestParam(required = false) Season season, Model model) {
        CaseFile caseFile = access.open(number(number), "route");
        HazardKind kind = hazard == null ? policy.hazards().get(0) : hazard;
        SavedRoute saved = routes.latest(caseFile.id(), kind).orElse(null);
        WayProfile by = profile != null ? profile : saved != null ? saved.profile() : WayProfile.WALKER;
        Home home = homes.of(caseFile.resident()).orElse(null);
        List<RankPlaces.Ranked> ranked = rankPlaces.rank(home == null ? null : home.position(), kind, shelters, by);
        Long placeId = place != null ? place : saved != null ? saved.placeId() : ranked.isEmpty() ? null : ranked.get(0).place().id();
        boolean asked = place != null || !via.isEmpty() || saved == null;
        RouteWish wish = new RouteWish(kind, placeId, by, speed == null ? saved != null && profile == null ? saved.kmh() : by.usualSpeed() : speed,
                asked ? positions(via) : saved.vias(), List.of(), season != null ? season : saved != null && saved.season() != null ? saved.season() : proposeWays.season());
        ProposeWays.Proposal proposal = home == null ? null : proposeWays.propose(home.position(), wish, true);
        List<Way> ways = proposal == null ? List.of() : proposal.ways();
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("activeTab", "route");
        model.addAttribute("hazards", policy.hazards());
        model.addAttribute("profiles", WayProfile.values());
        model.addAttribute("wish", wish);
        model.addAttribute("shelters", shelters);
        model.addAttribute("home", home);
        model.addAttribute("homeHazards", home == null ? List.of() : hazardsAt.gravest(home.position()).stream().map(dangers::areaLabel).toList());
        model.addAttribute("ranked", ranked);
        model.addAttribute("proposal", proposal);
        model.addAttribute("ways", ways);
        model.addAttribute("saved", saved);
        model.addAttribute("showSaved", !asked);
        model.addAttribute("roadsState", roads.state());
        model.addAttribute("winter", policy.winter());
        model.addAttribute("seasons", Season.values());
        model.addAttribute("dangersAround", proposal == null ? List.of() : proposal.dangers().all().stream().map(Danger::label).distinct().toList());
        model.addAttribute("mapData", map(home, proposal, saved, asked, wish, caseFile));
        return "evacuation/route";
    }

    private String map(Home home, ProposeWays.Proposal proposal, SavedRoute saved, boolean asked, RouteWish wish, CaseFile caseFile) {
        ObjectNode map = maps.empty();
        maps.point(map, "home", home == null ? null : home.position(), "");
        if (proposal != null) {
            maps.point(map, "place", proposal.place() == null ? null : proposal.place().position(), proposal.place() == null ? "" : proposal.place().name());
            maps.areas(map, proposal.dangers().areas());
            maps.spots(map, proposal.dangers().spots());
            String name = proposal.place() == null ? "" : proposal.place().name();
            if (asked) {
                proposal.ways().forEach(w -> {
                    maps.line(map, "ways", w.line(), words.summary(w, name, wish.profile()));
                    gaps(map, home.position(), w, proposal.place() == null ? null : proposal.place().position());
                });
            }
        }
        if (saved != null) {
            maps.line(map, asked ? "saved" : "ways", saved.way().line(), words.summary(saved.way(), saved.placeName(), saved.profile()));
            gaps(map, saved.home(), saved.way(), saved.place());
        }
        wish.vias().forEach(v -> map.withArray("vias").addArray().add(v.lat()).add(v.lon()));
        return maps.text(map);
    }

    private void gaps(ObjectNode map, Position home, Way way, Position place) {
        gap(map, home, way.line().get(0));
        if (place != null) {
            gap(map, way.line().get(way.line().size() - 1), place);
        }
    }

    private void gap(ObjectNode map, Position from, Position to) {
        if (from.metresTo(to) > Gaps.YARD_METRES) {
            maps.line(map, "gaps", List.of(from, to), words.offRoad(from.metresTo(to)));
        }
    }

    @PostMapping("/cases/{number}/route")
    @PreAuthorize(WRITERS)
    String save(@PathVariable String number, @RequestParam HazardKind hazard, @RequestParam(required = false) Long place,
            @RequestParam WayProfile profile, @RequestParam double speed, @RequestParam(defaultValue = "") List<String> via,
            @RequestParam(defaultValue = "") String drawn, @RequestParam(defaultValue = "0") int choice, @RequestParam int version,
            @RequestParam(required = false) Season season,
            RedirectAttributes redirect) {
        CaseFile caseFile = standing(access.open(number(number), "route-save"));
        List<Position> line = positions(drawn.isBlank() ? List.of() : Arrays.asList(drawn.split(";")));
        saveRoute.save(caseFile, new RouteWish(hazard, place, profile, speed, positions(via), line, season), choice, version);
        redirect.addFlashAttribute("notice", "route.saved");
        redirect.addAttribute("hazard", hazard);
        return "redirect:/cases/" + caseFile.number() + "/route";
    }

    @PostMapping("/cases/{number}/route/home")
    @PreAuthorize(WRITERS)
    String home(@PathVariable String number, @RequestParam double lat, @RequestParam double lon, @RequestParam HazardKind hazard,
            RedirectAttributes redirect) {
        CaseFile caseFile = standing(access.open(number(number), "home-set"));
        homes.set(caseFile.resident().id(), lat, lon, HomeOrigin.HAND);
        redirect.addFlashAttribute("notice", "route.home-saved");
        redirect.addAttribute("hazard", hazard);
        return "redirect:/cases/" + caseFile.number() + "/route";
    }

    /**
     * Where no plan is made any more no way is kept: what its end erased would come back.
     *
     * @throws Problem {@code case-ended} (409)
     */
    private static CaseFile standing(CaseFile file) {
        if (file.state().isEnded() && !file.state().isInForce()) {
            throw Problem.conflict("case-ended");
        }
        return file;
    }

    private static CaseNumber number(String value) {
        try {
            return new CaseNumber(value);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("case-not-found");
        }
    }

    /** Pairs such as {@code 37.5,139.9}; a list parameter may split them at the comma, so they are put together again. */
    private static List<Position> positions(List<String> pairs) {
        List<Position> positions = new ArrayList<>();
        try {
            String[] numbers = String.join(",", pairs).split(",");
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                positions.add(new Position(Double.parseDouble(numbers[i].strip()), Double.parseDouble(numbers[i + 1].strip())));
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("route-points-unreadable");
        }
        return positions;
    }
}
