package jp.michishirube.sharing;

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

    SharingPolicy {
        careCircle = careCircle == null ? "ケアエール" : careCircle;
        parties = parties == null ? Map.of(Party.Kind.NEIGHBOURHOOD, new Named("町内会", true),
                Party.Kind.WELFARE_COMMISSIONER, new Named("民生委員", true), Party.Kind.FIRE_SERVICE, new Named("消防", false),
                Party.Kind.POLICE, new Named("警察", false)) : Map.copyOf(parties);
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
