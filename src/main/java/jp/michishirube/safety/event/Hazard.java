package jp.michishirube.safety.event;

import jp.michishirube.evacuation.hazard.HazardKind;

/** The eight kinds of disaster (災害対策基本法施行令20条の3), and which of them are one event where they come together. */
public enum Hazard {
    FLOOD(Group.WATER), LANDSLIDE(Group.WATER), STORM_SURGE(Group.WATER), INLAND_FLOODING(Group.WATER),
    EARTHQUAKE(Group.QUAKE), TSUNAMI(Group.QUAKE), LARGE_FIRE(Group.FIRE), VOLCANO(Group.VOLCANO);

    /** A storm brings flood and landslides, an earthquake a tsunami: nobody is asked twice about one. */
    public enum Group { WATER, QUAKE, FIRE, VOLCANO }

    private final Group group;

    Hazard(Group group) {
        this.group = group;
    }

    /** As hazard maps and lists of places call it. */
    public HazardKind onMaps() {
        return this == INLAND_FLOODING ? HazardKind.INLAND_FLOOD : HazardKind.valueOf(name());
    }

    public Group group() {
        return group;
    }
}
