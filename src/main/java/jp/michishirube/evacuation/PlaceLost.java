package jp.michishirube.evacuation;

/**
 * A place that plans may point at is no longer what it was. Published in the transaction of the import.
 *
 * @param hazard the designation that was lost; null when the place left its list altogether
 */
public record PlaceLost(long placeId, HazardKind hazard) {}
