package jp.michishirube.roster.priority;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** Which hazards the municipality's maps show at an address. Implemented by the room that has the maps; asked for each row of a roster. */
@NamedInterface("priority")
public interface HazardAtAddress {

    /**
     * @return words such as 洪水・土砂災害, or the empty text where the maps show none; nothing where nobody can say: the address is not found, or
     *         not exactly enough to say that there is none, or no map is loaded
     */
    Optional<String> of(String address);
}
