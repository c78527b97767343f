package jp.michishirube.evacuation.route;

import java.util.List;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Home;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.Suitability;
import jp.michishirube.evacuation.road.WayProfile;
import jp.michishirube.plan.draft.PlaceChoices;
import org.springframework.stereotype.Component;

/** Offers the plan form the places of the municipality's lists: designated ones first, nearest along the way. */
@Component
class PlacesForPlan implements PlaceChoices {

    private final CaseFiles cases;
    private final Homes homes;
    private final RankPlaces rankPlaces;
    private final Routes routes;

    PlacesForPlan(CaseFiles cases, Homes homes, RankPlaces rankPlaces, Routes routes) {
        this.cases = cases;
        this.homes = homes;
        this.rankPlaces = rankPlaces;
        this.routes = routes;
    }

    @Override
    public List<PlaceChoice> of(CaseId caseId, String hazard, String kind) {
        Position home = homes.of(cases.get(caseId).resident()).map(Home::position).orElse(null);
        HazardKind of = HazardKind.of(hazard).orElse(HazardKind.EARTHQUAKE);
        WayProfile profile = routes.latest(caseId, of).map(SavedRoute::profile).orElse(WayProfile.WALKER);
        return rankPlaces.rank(home, of, "shelter".equals(kind), profile).stream().map(r -> choice(r, hazard)).toList();
    }

    private static PlaceChoice choice(RankPlaces.Ranked r, String hazard) {
        Place p = r.place();
        boolean designated = hazard == null ? p.kind().isShelter() || p.designations().containsValue(Suitability.DESIGNATED) : r.isDesignated();
        return new PlaceChoice(String.valueOf(p.id()), p.name(), p.address(), p.position() == null ? 0 : p.position().lat(),
                p.position() == null ? 0 : p.position().lon(), designated, r.metres() < 0 ? -1 : (int) Math.round(r.metres()));
    }
}
