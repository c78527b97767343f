package jp.michishirube.evacuation.road;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.evacuation.hazard.AddressBook;
import jp.michishirube.evacuation.hazard.Home;
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
    private static final int LOOKED_FOR = 60;

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

    /** One search for all of them. */
    public <K> Walks<K> to(Resident resident, Map<K, Spot> from) {
        Optional<Position> home = homes.of(resident).map(Home::position);
        if (home.isEmpty()) {
            return new Walks<>(Basis.NO_HOME, Map.of());
        }
        Optional<RoadNetwork> network = roads.network();
        if (network.isEmpty()) {
            return new Walks<>(Basis.NO_ROADS, Map.of());
        }
        List<Map.Entry<K, Spot>> near = from.entrySet().stream().filter(e -> home.get().metresTo(e.getValue().position()) <= FARTHEST_METRES)
                .sorted(Comparator.comparingDouble(e -> home.get().metresTo(e.getValue().position()))).limit(LOOKED_FOR).toList();
        Map<Position, Double> lengths = network.get().onFoot(home.get(), near.stream().map(e -> e.getValue().position()).distinct().toList(), FARTHEST_METRES);
        Map<K, Double> metres = new HashMap<>();
        near.forEach(e -> Optional.ofNullable(lengths.get(e.getValue().position())).ifPresent(m -> metres.put(e.getKey(), m)));
        return new Walks<>(Basis.ROADS, metres);
    }
}
