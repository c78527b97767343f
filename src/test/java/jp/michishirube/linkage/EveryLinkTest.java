package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped forms link and what the holders give, name by name: a link that nobody gives would never fill its field. */
class EveryLinkTest {

    private static final Set<String> GIVEN = given();

    @ParameterizedTest
    @ValueSource(strings = {"990019", "990027", "990035"})
    void everyLinkOfTheFormIsGivenByItsHolder(String code) throws Exception {
        Set<String> linked = linked(code);
        linked.removeIf(l -> l.startsWith("roster."));
        assertThat(linked).isNotEmpty();
        assertThat(GIVEN).containsAll(linked);
    }

    @Test
    void everythingThatHoldersGiveHasItsFieldInSomeForm() throws Exception {
        Set<String> linked = new TreeSet<>();
        for (String code : List.of("990019", "990027", "990035")) {
            linked.addAll(linked(code));
        }
        assertThat(linked).containsAll(GIVEN);
    }

    private static Set<String> given() {
        Set<String> given = new TreeSet<>(ReadNotebook.LINKS);
        for (FactSource source : List.of(new CityOsSource(null, null), new GatewaySource(null, null), new CareCircleSource(null, null),
                new DisasterAppSource(null, List.of(), null))) {
            given.addAll(source.links());
        }
        return given;
    }

    private static Set<String> linked(String code) throws Exception {
        Set<String> linked = new TreeSet<>();
        for (JsonNode link : new ObjectMapper().readTree(Path.of("forms", code, "plan.schema.json").toFile()).findValues("x-link")) {
            if (link.isArray()) {
                link.forEach(l -> linked.add(l.asText()));
            } else {
                linked.add(link.asText());
            }
        }
        return linked;
    }
}
