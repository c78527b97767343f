package jp.michishirube.evacuation.place;

import jp.michishirube.evacuation.hazard.HazardKind;
import org.springframework.modulith.NamedInterface;

/**
 * A place that plans may point at is no longer what it was. Published in the transaction of the import.
 *
 * @param hazard the designation that was lost; null when the place left its list altogether
 */
@NamedInterface("places")
public record PlaceLost(long placeId, HazardKind hazard) {}
