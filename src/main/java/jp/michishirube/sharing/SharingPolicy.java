package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code sharing} of {@code municipality.yaml}: to whom finished plans go here, beside the care circle and the supporters.
 *
 * @param careCircle name of the care circle app as residents know it
 * @param parties supporting parties by kind with their names; a kind that is not listed receives nothing
 * @param readers who reads on our pages for which 町, by the username of the person ({@code michishirube.oidc.claims.username})
 */
@PolicySection("sharing")
record SharingPolicy(String careCircle, Map<Party.Kind, Named> parties, Map<String, Reader> readers) {

    /** @param name what residents know the party as; with {@code perArea} the 町 is put before it */
    record Named(String name, boolean perArea) {}

    /** @param areas 町 for which the person acts; without any the person sees nobody */
    record Reader(Party.Kind kind, String name, Set<String> areas) {

        Reader {
            areas = areas == null ? Set.of() : Set.copyOf(areas);
        }
    }

    /** {@code sharing/defaults.yaml}: words of a municipality are no words of the program. */
    private record Defaults(String careCircle, Map<Party.Kind, Named> parties) {

        private static final Defaults ALL = load();

        private static Defaults load() {
            try (InputStream in = SharingPolicy.class.getResourceAsStream("/sharing/defaults.yaml")) {
                return new ObjectMapper(new YAMLFactory()).readValue(in, Defaults.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    SharingPolicy {
        careCircle = careCircle == null ? Defaults.ALL.careCircle() : careCircle;
        parties = parties == null ? Defaults.ALL.parties() : Map.copyOf(parties);
        readers = readers == null ? Map.of() : Map.copyOf(readers);
    }

    Optional<Reader> reader(String username) {
        return Optional.ofNullable(readers.get(username));
    }

    /** Whether this reader may see anybody: of a kind that receives plans here, and with a 町 of the own. */
    boolean reads(Reader reader) {
        return parties.containsKey(reader.kind()) && !reader.areas().isEmpty();
    }

    /** Readers who see nobody, since no 町 is named for them. */
    List<String> withoutArea() {
        return readers.entrySet().stream().filter(r -> r.getValue().areas().isEmpty()).map(Map.Entry::getKey).sorted().toList();
    }

    /** Whether some 民生委員 acts for a 町, so that there is somebody to confirm a plan. */
    boolean hasCommissioner() {
        return readers.values().stream().anyMatch(r -> r.kind() == Party.Kind.WELFARE_COMMISSIONER && !r.areas().isEmpty());
    }

    List<Party.Kind> kinds() {
        return parties.keySet().stream().sorted().toList();
    }
}
