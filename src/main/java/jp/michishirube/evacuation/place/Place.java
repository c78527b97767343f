package jp.michishirube.evacuation.place;

import java.time.Instant;
import java.util.Map;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;
import org.springframework.modulith.NamedInterface;

/**
 * 指定緊急避難場所 or 指定避難所, as the municipality's list says.
 *
 * @param id           key inside the installation; 0 before it is stored
 * @param key          by which a later file knows the place again: the 共通ID, else name and address
 * @param commonId     国土地理院's 共通ID or the ID of the 自治体標準 list; null where the list has none
 * @param position     null where the list has none: the place can be named in a plan but not routed to
 * @param elevation    metres above sea level; null when unknown
 * @param capacity     想定収容人数; null when unknown
 * @param accepts      受入対象者 of a welfare shelter; empty for everyone
 * @param areas        町内会 the place is meant for; empty for all
 * @param alsoShelter  the same address is also a 指定避難所 (of a site) or a 指定緊急避難場所 (of a shelter)
 * @param designations a kind that is missing counts as not designated; empty for shelters, whose lists say nothing per kind
 * @param vanishedAt   when a newer list no longer named it; null while it is on the list
 */
@NamedInterface("places")
public record Place(
        long id, PlaceKind kind, String key, String commonId, String name, String kana, String address, Position position,
        Double elevation, Integer capacity, String accepts, String areas, String phone, String note, boolean alsoShelter,
        Map<HazardKind, Suitability> designations, Instant vanishedAt) {

    public Place {
        designations = Map.copyOf(designations);
    }

    public Suitability suitability(HazardKind hazard) {
        return designations.getOrDefault(hazard, Suitability.NOT_DESIGNATED);
    }

    public boolean isOnList() {
        return vanishedAt == null;
    }
}
