package jp.michishirube.evacuation.route;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Home;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.road.RouteWish;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the chosen way with the case as a new version. */
@Service
public class SaveRoute {

    private final Homes homes;
    private final ProposeWays proposeWays;
    private final Routes routes;
    private final Timeline timeline;
    private final WhoAmI whoAmI;
    private final Clock clock;

    SaveRoute(Homes homes, ProposeWays proposeWays, Routes routes, Timeline timeline, WhoAmI whoAmI, Clock clock) {
        this.homes = homes;
        this.proposeWays = proposeWays;
        this.routes = routes;
        this.timeline = timeline;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /**
     * @param choice which of the proposed ways, from 0
     * @param seen   version of the route that the person saw; 0 for none
     * @throws Problem {@code route-stale} (409) when someone saved another meanwhile, {@code route-no-home}, {@code route-none}
     */
    @Transactional
    public SavedRoute save(CaseFile caseFile, RouteWish wish, int choice, int seen) {
        int latest = routes.latestVersion(caseFile.id(), wish.hazard());
        if (latest != seen) {
            throw Problem.conflict("route-stale");
        }
        Position home = homes.of(caseFile.resident()).map(Home::position).orElseThrow(() -> Problem.badRequest("route-no-home"));
        ProposeWays.Proposal proposal = proposeWays.propose(home, wish, wish.vias().isEmpty());
        if (proposal.ways().isEmpty()) {
            throw Problem.badRequest(proposal.failure() == null ? "route-none" : proposal.failure());
        }
        Way way = proposal.ways().get(Math.min(Math.max(0, choice), proposal.ways().size() - 1));
        List<String> shunned = proposal.dangers().all().stream().map(Danger::label).distinct().toList();
        Place place = proposal.place();
        SavedRoute route = new SavedRoute(wish.hazard(), latest + 1, wish.placeId(), place == null ? "" : place.name(), home,
                place == null || place.position() == null ? way.line().get(way.line().size() - 1) : place.position(), wish.profile(), wish.kmh(), wish.vias(), wish.season(), way, shunned, clock.instant(), whoAmI.orProcess().name());
        routes.add(caseFile.id(), route);
        timeline.append(caseFile.id(), "route-saved", Map.of("hazard", wish.hazard().key(), "version", String.valueOf(route.version())));
        return route;
    }
}
