package jp.michishirube.evacuation.road;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.evacuation.hazard.AddressBook;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.evacuation.hazard.Position;
import jp.michishirube.municipality.Municipality;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** How far others walk to a resident's home, along the roads: who could come to help. */
@Service
@NamedInterface("walk")
public class WalksToHome {

    /** Nobody walks farther through a storm to fetch somebody. */
    private static final double FARTHEST_METRES = 5_000;
    /** Of those who are nearest as the crow flies: more would only be passed over. */
    public static final int LOOKED_FOR = 30;
    /** A way is seldom longer than so many times the line; who is behind a river is looked for anew. */
    private static final double ROUNDABOUT = 2;

    private final Homes homes;
    private final AddressBook addresses;
    private final Roads roads;
    private final Municipality municipality;

    WalksToHome(Homes homes, AddressBook addresses, Roads roads, Municipality municipality) {
        this.homes = homes;
        this.addresses = addresses;
        this.roads = roads;
        this.municipality = municipality;
    }

    /** A place on the ground, degrees north and east. */
    @NamedInterface("walk")
    public record Spot(double lat, double lon) {

        Position position() {
            return new Position(lat, lon);
        }
    }

    /** What the lengths rest on. */
    @NamedInterface("walk")
    public enum Basis {
        ROADS,
        /** The municipality has no network of roads here. */
        NO_ROADS,
        /** Nobody knows where the home is. */
        NO_HOME
    }

    /** @param metres of those who can come within five kilometres; empty unless by roads */
    @NamedInterface("walk")
    public record Walks<K>(Basis basis, Map<K, Double> metres) {}

    /** Where an address is, or the block or 町 it begins with; written with or without the municipality's name. */
    public Optional<Spot> spot(String address) {
        return addresses.find(address).or(() -> addresses.find(municipality.name() + address)).map(f -> new Spot(f.position().lat(), f.position().lon()));
    }

    /** Where the home is; empty where nobody knows. */
    public Optional<Spot> home(Resident resident) {
        return homes.of(resident).map(h -> new Spot(h.position().lat(), h.position().lon()));
    }

    /**
     * One search for all of them.
     *
     * @param to from {@link #home}; null where nobody knows it
     */
    public <K> Walks<K> to(Spot to, Map<K, Spot> from) {
        if (to == null) {
            return new Walks<>(Basis.NO_HOME, Map.of());
        }
        Position home = to.position();
        Optional<RoadNetwork> network = roads.network();
        if (network.isEmpty()) {
            return new Walks<>(Basis.NO_ROADS, Map.of());
        }
        List<Map.Entry<K, Spot>> near = from.entrySet().stream().filter(e -> home.metresTo(e.getValue().position()) <= FARTHEST_METRES)
                .sorted(Comparator.comparingDouble(e -> home.metresTo(e.getValue().position()))).limit(LOOKED_FOR).toList();
        Map<Position, Double> lengths = lengths(network.get(), home, near.stream().map(e -> e.getValue().position()).distinct().toList());
        Map<K, Double> metres = new HashMap<>();
        near.forEach(e -> Optional.ofNullable(lengths.get(e.getValue().position())).ifPresent(m -> metres.put(e.getKey(), m)));
        return new Walks<>(Basis.ROADS, metres);
    }

    /** Not farther than the farthest of them is likely to be; all the way only where that leaves somebody out. */
    private static Map<Position, Double> lengths(RoadNetwork network, Position home, List<Position> from) {
        double likely = Math.min(FARTHEST_METRES, 300 + ROUNDABOUT * from.stream().mapToDouble(home::metresTo).max().orElse(0));
        Map<Position, Double> lengths = network.onFoot(home, from, likely);
        return lengths.size() == from.size() || likely == FARTHEST_METRES ? lengths : network.onFoot(home, from, FARTHEST_METRES);
    }
}
