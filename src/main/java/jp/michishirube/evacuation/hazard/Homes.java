package jp.michishirube.evacuation.hazard;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Positions of the residents' homes. */
@Service
@NamedInterface("homes")
public class Homes {

    private final JdbcClient jdbc;
    private final AddressBook addresses;
    private final MunicipalArea area;
    private final WhoAmI whoAmI;
    private final Clock clock;

    Homes(JdbcClient jdbc, AddressBook addresses, MunicipalArea area, WhoAmI whoAmI, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.area = area;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /** @return what was set, else what the address book says of the address, else empty */
    public Optional<Home> of(Resident resident) {
        return jdbc.sql("select lat, lon, origin from evacuation.home where resident_id = ?").param(resident.id())
                .query((rs, n) -> Home.atDoor(new Position(rs.getDouble(1), rs.getDouble(2)), HomeOrigin.valueOf(rs.getString(3)))).optional()
                .or(() -> addresses.find(resident.address()).map(f -> new Home(f.position(), HomeOrigin.ADDRESS, f.exactness())));
    }

    /** Rows of the municipality's list of addresses that cannot be used. */
    public List<AddressFile.Fault> faultsOfAddresses() {
        return addresses.faults();
    }

    /**
     * A position set by hand is not overwritten by one from the city OS.
     *
     * @throws Problem {@code position-swapped}, {@code position-outside-municipality}: nothing is changed then
     */
    @Transactional
    public void set(long residentId, double lat, double lon, HomeOrigin origin) {
        Position position = area.checked(lat, lon);
        jdbc.sql("""
                insert into evacuation.home (resident_id, lat, lon, origin, set_at, set_by) values (:id, :lat, :lon, :origin, :at, :by)
                on conflict (resident_id) do update set lat = excluded.lat, lon = excluded.lon, origin = excluded.origin,
                    set_at = excluded.set_at, set_by = excluded.set_by
                where excluded.origin = 'HAND' or evacuation.home.origin <> 'HAND'
                """)
                .param("id", residentId).param("lat", position.lat()).param("lon", position.lon()).param("origin", origin.name())
                .param("at", Timestamp.from(clock.instant())).param("by", whoAmI.orProcess().id()).update();
    }

    /** The resident has moved: the former door is nobody's starting point. */
    @Transactional
    public void forget(long residentId) {
        jdbc.sql("delete from evacuation.home where resident_id = ?").param(residentId).update();
    }
}
