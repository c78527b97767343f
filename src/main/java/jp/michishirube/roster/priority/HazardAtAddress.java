package jp.michishirube.roster.priority;

import org.springframework.modulith.NamedInterface;

/** Which hazards the municipality's maps show at an address. Implemented by the room that has the maps; asked for each row of a roster. */
@NamedInterface("priority")
public interface HazardAtAddress {

    /** @return words such as 洪水・土砂災害; empty when none is known there, or the address is not found */
    String of(String address);
}
