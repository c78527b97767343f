package jp.michishirube.evacuation.hazard;

import java.util.Set;

/** The hazard maps of these kinds are not what they were. Published in the transaction of the load. */
public record HazardAreasChanged(Set<HazardKind> hazards) {}
