package jp.michishirube.evacuation.route;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.document.Drawable;
import jp.michishirube.document.PlanMap;
import jp.michishirube.evacuation.danger.DangerSpots;
import jp.michishirube.evacuation.danger.Dangers;
import jp.michishirube.evacuation.hazard.HazardAreas;
import jp.michishirube.evacuation.hazard.HazardKind;
import jp.michishirube.evacuation.map.MapDrawing;
import jp.michishirube.evacuation.map.MapPicture;
import jp.michishirube.evacuation.road.Roads;
import jp.michishirube.evacuation.road.Way;
import jp.michishirube.municipality.Folders;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the saved ways of a case for print, one map for all kinds of disaster. */
@Component
class RouteMaps implements PlanMap {

    private static final int MOST_ROADS = 4000;
    private static final int MOST_WAYS = 3;

    private final Routes routes;
    private final Roads roads;
    private final HazardAreas areas;
    private final DangerSpots spots;
    private final Folders folders;
    private final MessageSource messages;
    private volatile Font font;

    RouteMaps(Routes routes, Roads roads, HazardAreas areas, DangerSpots spots, Folders folders, MessageSource messages) {
        this.routes = routes;
        this.roads = roads;
        this.areas = areas;
        this.spots = spots;
        this.folders = folders;
        this.messages = messages;
    }

    @Override
    public Optional<Drawable> of(long caseId, int planVersion) {
        List<SavedRoute> saved = routes.of(new CaseId(caseId)).stream().limit(MOST_WAYS).toList();
        return saved.isEmpty() ? Optional.empty() : Optional.of(drawing(saved));
    }

    Drawable drawing(List<SavedRoute> saved) {
        Envelope ground = new Envelope();
        saved.forEach(r -> Stream.concat(r.way().line().stream(), Stream.of(r.place())).forEach(p -> ground.expandToInclude(new Coordinate(p.lon(), p.lat()))));
        ground.expandToInclude(new Coordinate(saved.get(0).home().lon(), saved.get(0).home().lat()));
        return new MapDrawing(ground, box -> picture(saved, box), font());
    }

    private MapPicture picture(List<SavedRoute> saved, Envelope box) {
        List<MapPicture.Route> ways = saved.stream().map(r -> new MapPicture.Route(
                label(r), r.placeName(), r.way().line(),
                r.way().steps().stream().filter(s -> s.metres() > 60).map(Way.Step::street).filter(s -> !s.isBlank()).distinct().toList(),
                r.place())).toList();
        Set<HazardKind> kinds = java.util.EnumSet.noneOf(HazardKind.class);
        saved.forEach(r -> kinds.addAll(Dangers.kinds(r.hazard())));
        return new MapPicture(saved.get(0).home(), ways, roads.network().map(n -> n.roads(box, MOST_ROADS)).orElse(List.of()),
                areas.within(box, kinds), spots.counting(box), words());
    }

    String label(SavedRoute route) {
        String hazard = say(route.hazard().messageKey());
        String way = route.placeName().isBlank() ? hazard : say("map.print.way", hazard, route.placeName());
        return route.isForWinter() ? say("map.print.winter", way) : way;
    }

    private MapPicture.Words words() {
        return new MapPicture.Words(say("map.home"), say("map.place"), say("map.flood1"), say("map.flood2"), say("map.flood3"), say("map.slide1"),
                say("map.slide2"), say("map.collapse"), say("map.unknown"), say("map.gap"), say("map.spot"), say("map.print.attribution"), say("direction.N"), "m");
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Locale.JAPANESE);
    }

    private Font font() {
        if (font == null) {
            try (var in = folders.get("print-fonts/BIZUDPGothic-Regular.ttf").getInputStream()) {
                font = Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("the font of the reports cannot be read", e);
            }
        }
        return font;
    }
}
