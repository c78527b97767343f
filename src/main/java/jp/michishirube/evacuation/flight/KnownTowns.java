package jp.michishirube.evacuation.flight;

import jp.michishirube.evacuation.hazard.AddressBook;
import jp.michishirube.evacuation.hazard.Exactness;
import jp.michishirube.municipality.Municipality;
import org.springframework.stereotype.Component;

/** Whether a name is one of the municipality's 町, also where nobody is known to live: by its own list of addresses. */
@Component
public class KnownTowns {

    private final AddressBook addresses;
    private final Municipality municipality;

    KnownTowns(AddressBook addresses, Municipality municipality) {
        this.addresses = addresses;
        this.municipality = municipality;
    }

    public boolean has(String name) {
        return addresses.find(municipality.name() + name).filter(found -> found.exactness() == Exactness.TOWN).isPresent();
    }
}
