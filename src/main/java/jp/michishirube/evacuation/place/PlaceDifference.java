package jp.michishirube.evacuation.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.evacuation.hazard.HazardKind;

/**
 * What a new list changes against the places known.
 *
 * @param added     not known before
 * @param changed   with the names of what changes ({@code name}, {@code position}, {@code FLOOD}, …)
 * @param lost      designations that fall from ○ to anything less
 * @param vanished  known and on the list until now, not in the new one
 * @param unchanged how many stay as they are
 */
public record PlaceDifference(
        List<Place> added, List<Changed> changed, List<Lost> lost, List<Place> vanished, int unchanged) {

    /** @param after carries the id of the known place */
    public record Changed(Place before, Place after, Set<String> what) {}

    public record Lost(Place place, HazardKind hazard) {}

    static PlaceDifference between(List<Place> known, List<Place> listed) {
        Map<String, Place> byKey = new HashMap<>();
        known.forEach(p -> byKey.put(p.key(), p));
        List<Place> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        int unchanged = 0;
        for (Place place : listed) {
            Place before = byKey.remove(place.key());
            if (before == null) {
                added.add(place);
                continue;
            }
            Set<String> what = what(before, place);
            if (what.isEmpty()) {
                unchanged++;
                continue;
            }
            Place after = withId(place, before.id());
            changed.add(new Changed(before, after, what));
            for (HazardKind hazard : HazardKind.values()) {
                if (before.suitability(hazard) == Suitability.DESIGNATED && after.suitability(hazard) != Suitability.DESIGNATED) {
                    lost.add(new Lost(after, hazard));
                }
            }
        }
        List<Place> vanished = known.stream().filter(p -> byKey.containsKey(p.key()) && p.isOnList()).toList();
        return new PlaceDifference(added, changed, lost, vanished, unchanged);
    }

    private static Set<String> what(Place a, Place b) {
        Set<String> what = new LinkedHashSet<>();
        differs(what, "returned", a.isOnList(), true);
        differs(what, "kind", a.kind(), b.kind());
        differs(what, "name", a.name(), b.name());
        differs(what, "kana", a.kana(), b.kana());
        differs(what, "address", a.address(), b.address());
        differs(what, "position", a.position(), b.position());
        differs(what, "elevation", a.elevation(), b.elevation());
        differs(what, "capacity", a.capacity(), b.capacity());
        differs(what, "accepts", a.accepts(), b.accepts());
        differs(what, "areas", a.areas(), b.areas());
        differs(what, "phone", a.phone(), b.phone());
        differs(what, "note", a.note(), b.note());
        differs(what, "alsoShelter", a.alsoShelter(), b.alsoShelter());
        for (HazardKind hazard : new TreeSet<>(List.of(HazardKind.values()))) {
            differs(what, hazard.name(), a.suitability(hazard), b.suitability(hazard));
        }
        return what;
    }

    private static void differs(Set<String> what, String name, Object a, Object b) {
        if (!java.util.Objects.equals(a, b)) {
            what.add(name);
        }
    }

    private static Place withId(Place p, long id) {
        return new Place(id, p.kind(), p.key(), p.commonId(), p.name(), p.kana(), p.address(), p.position(), p.elevation(), p.capacity(),
                p.accepts(), p.areas(), p.phone(), p.note(), p.alsoShelter(), p.designations(), null);
    }
}
