package jp.michishirube.evacuation.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.evacuation.hazard.HazardKind;
import org.junit.jupiter.api.Test;

class PlaceDifferenceTest {

    private final Place school = place(1, "A", "学校", Map.of(HazardKind.FLOOD, Suitability.DESIGNATED), null);
    private final Place hall = place(2, "B", "公民館", Map.of(HazardKind.EARTHQUAKE, Suitability.DESIGNATED), null);

    @Test
    void theSameListAgainChangesNothing() {
        PlaceDifference d = PlaceDifference.between(List.of(school, hall), List.of(school, hall));
        assertThat(d.unchanged()).isEqualTo(2);
        assertThat(d.added()).isEmpty();
        assertThat(d.changed()).isEmpty();
        assertThat(d.vanished()).isEmpty();
    }

    @Test
    void aDesignationThatFallsToDependsIsLostAndAPlaceLeftOutVanishes() {
        Place now = place(0, "A", "学校", Map.of(HazardKind.FLOOD, Suitability.CONDITIONAL), null);
        PlaceDifference d = PlaceDifference.between(List.of(school, hall), List.of(now, place(0, "C", "公園", Map.of(), null)));
        assertThat(d.changed()).singleElement().satisfies(c -> {
            assertThat(c.what()).containsExactly("FLOOD");
            assertThat(c.after().id()).isEqualTo(1);
        });
        assertThat(d.lost()).extracting(PlaceDifference.Lost::hazard).containsExactly(HazardKind.FLOOD);
        assertThat(d.vanished()).extracting(Place::id).containsExactly(2L);
        assertThat(d.added()).extracting(Place::name).containsExactly("公園");
    }

    @Test
    void aPlaceThatVanishedReturnsAndDoesNotVanishTwice() {
        Place gone = place(3, "D", "旧校舎", Map.of(), Instant.EPOCH);
        assertThat(PlaceDifference.between(List.of(gone), List.of()).vanished()).isEmpty();
        assertThat(PlaceDifference.between(List.of(gone), List.of(place(0, "D", "旧校舎", Map.of(), null))).changed())
                .singleElement().satisfies(c -> assertThat(c.what()).containsExactly("returned"));
    }

    @Test
    void theDemoListsAreWithoutFault() throws Exception {
        for (String file : List.of("places.csv", "shelters.csv")) {
            List<RowProblem> problems = new ArrayList<>();
            List<Place> places = new ArrayList<>();
            new PlaceList(new OwnMunicipality("990019", "みちしるべ市", List.of())).read(Path.of("forms/990019", file), places::add, problems::add);
            assertThat(problems).isEmpty();
            assertThat(places).hasSizeGreaterThan(5);
        }
    }

    private static Place place(long id, String key, String name, Map<HazardKind, Suitability> designations, Instant vanished) {
        return new Place(id, PlaceKind.SITE, key, key, name, "", "", null, null, null, "", "", "", "", false, designations, vanished);
    }
}
