package jp.michishirube.evacuation.hazard;

import org.springframework.modulith.NamedInterface;

/** How a home's position is known. */
@NamedInterface("homes")
public enum HomeOrigin {
    /** Set on the map by a person. */
    HAND,
    /** Given by the city OS with the resident's consent. */
    CITY_OS,
    /** Looked up from the address in the municipality's own address book: to be checked on the map. */
    ADDRESS;

    public String messageKey() {
        return "home-origin." + name();
    }
}
