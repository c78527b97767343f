package jp.michishirube.evacuation.danger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardAreas;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a way should keep out of when a disaster of one kind is coming: its own areas, landslide zones always, danger spots of today. */
@Component
public class Dangers {

    /** Around the straight line, in degrees: about 1.5 km. A detour hardly leaves this box. */
    private static final double MARGIN = 0.0145;

    private final HazardAreas areas;
    private final DangerSpots spots;
    private final MessageSource messages;

    Dangers(HazardAreas areas, DangerSpots spots, MessageSource messages) {
        this.areas = areas;
        this.spots = spots;
        this.messages = messages;
    }

    public record Found(List<HazardArea> areas, List<DangerSpot> spots, List<Danger> all) {}

    public Found around(List<Position> points, HazardKind hazard) {
        Envelope box = box(points);
        List<HazardArea> foundAreas = areas.within(box, kinds(hazard));
        List<DangerSpot> foundSpots = spots.counting(box);
        List<Danger> all = new ArrayList<>();
        foundAreas.forEach(a -> all.add(Danger.of(a, areaLabel(a))));
        foundSpots.forEach(s -> all.add(Danger.of(s, spotLabel(s))));
        return new Found(foundAreas, foundSpots, all);
    }

    /** Rain brings water and slides together; an earthquake brings slides. */
    public static Set<HazardKind> kinds(HazardKind hazard) {
        EnumSet<HazardKind> kinds = EnumSet.of(hazard, HazardKind.LANDSLIDE);
        if (hazard == HazardKind.FLOOD || hazard == HazardKind.INLAND_FLOOD || hazard == HazardKind.LANDSLIDE) {
            kinds.addAll(Set.of(HazardKind.FLOOD, HazardKind.INLAND_FLOOD));
        }
        return kinds;
    }

    public static Envelope box(List<Position> points) {
        Envelope box = new Envelope();
        points.forEach(p -> box.expandToInclude(new Coordinate(p.lon(), p.lat())));
        box.expandBy(Math.max(MARGIN, box.getWidth() / 2), Math.max(MARGIN, box.getHeight() / 2));
        return box;
    }

    public String areaLabel(HazardArea area) {
        String hazard = messages.getMessage(area.hazard().messageKey(), null, Locale.JAPANESE);
        // A map that bears the hazard's own name says nothing more by it.
        boolean named = !area.map().isBlank() && !area.map().equals(area.hazard().lawName());
        String label = named ? messages.getMessage("danger.area.of-map", new Object[] {area.label(), area.map()}, Locale.JAPANESE) : area.label();
        return messages.getMessage("danger.area." + area.measure(), new Object[] {hazard, label}, Locale.JAPANESE);
    }

    String spotLabel(DangerSpot spot) {
        String kind = messages.getMessage(spot.kind().messageKey(), null, Locale.JAPANESE);
        return messages.getMessage("danger.spot", new Object[] {kind, spot.id()}, Locale.JAPANESE);
    }
}
