package jp.michishirube.evacuation.road;

import com.graphhopper.ResponsePath;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.util.Instruction;
import com.graphhopper.util.InstructionList;
import com.graphhopper.util.PointList;
import com.graphhopper.util.details.PathDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.evacuation.danger.Danger;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Turns GraphHopper's paths and hand-drawn lines into ways: lengths, times, turns, dangers crossed. */
public final class Ways {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final List<String> DIRECTIONS = List.of("N", "NE", "E", "SE", "S", "SW", "W", "NW");
    /** Touching the edge of an area for less than this is not worth a warning. */
    private static final double WORTH_TELLING_METRES = 3;

    private Ways() {}

    /** @param kmh the resident's speed; a car's way takes its roads' time, and its gaps are walked with help */
    static Way of(ResponsePath path, Position home, Position place, double kmh, boolean car, List<Danger> dangers) {
        List<Position> line = RoadNetwork.positions(path.getPoints());
        Gaps gaps = Gaps.of(line, home, place);
        double onRoads = car ? path.getTime() / 60_000.0 : minutes(path.getDistance(), kmh);
        double minutes = onRoads + minutes(gaps.metres(), car ? WayProfile.WALKER.usualSpeed() : kmh);
        return new Way(line, path.getDistance() + gaps.metres(), Math.max(1, (int) Math.ceil(minutes)), steps(path),
                crossings(whole(home, line, place), dangers), gaps, stretches(path, line));
    }

    private static double minutes(double metres, double kmh) {
        return metres / 1000 / kmh * 60;
    }

    private static List<Position> whole(Position home, List<Position> line, Position place) {
        List<Position> whole = new ArrayList<>(line.size() + 2);
        whole.add(home);
        whole.addAll(line);
        whole.add(place);
        return whole;
    }

    private static List<Stretch> stretches(ResponsePath path, List<Position> line) {
        Map<Stretch.Kind, Double> metres = new EnumMap<>(Stretch.Kind.class);
        path.getPathDetails().getOrDefault(RoadClass.KEY, List.of()).stream().filter(d -> RoadClass.STEPS.toString().equals(d.getValue()))
                .forEach(d -> metres.merge(Stretch.Kind.STEPS, metres(line, d), Double::sum));
        path.getPathDetails().getOrDefault(WinterTag.NAME, List.of()).stream().filter(d -> Boolean.TRUE.equals(d.getValue()))
                .forEach(d -> metres.merge(Stretch.Kind.CLOSED_IN_WINTER, metres(line, d), Double::sum));
        return metres.entrySet().stream().map(e -> new Stretch(e.getKey(), e.getValue())).toList();
    }

    private static double metres(List<Position> line, PathDetail part) {
        double metres = 0;
        for (int i = part.getFirst() + 1; i <= part.getLast(); i++) {
            metres += line.get(i - 1).metresTo(line.get(i));
        }
        return metres;
    }

    public static Way drawn(List<Position> line, double kmh, List<Danger> dangers) {
        double metres = 0;
        for (int i = 1; i < line.size(); i++) {
            metres += line.get(i - 1).metresTo(line.get(i));
        }
        return new Way(line, metres, Math.max(1, (int) Math.ceil(minutes(metres, kmh))), List.of(), crossings(line, dangers), Gaps.NONE,
                List.of());
    }

    private static List<Way.Step> steps(ResponsePath path) {
        List<Way.Step> steps = new ArrayList<>();
        InstructionList instructions = path.getInstructions();
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            Turn turn = steps.isEmpty() ? Turn.START : Turn.of(instruction.getSign());
            String street = instruction.getName() == null ? "" : instruction.getName();
            Way.Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && last.street().equals(street) && (turn == Turn.STRAIGHT || follows(turn) && !street.isBlank())) {
                steps.set(steps.size() - 1, new Way.Step(last.turn(), street, last.metres() + instruction.getDistance(), last.direction()));
            } else {
                steps.add(new Way.Step(turn, street, instruction.getDistance(), direction(instruction.getPoints(), i + 1 < instructions.size() ? instructions.get(i + 1).getPoints() : PointList.EMPTY)));
            }
        }
        return steps;
    }

    /** A bend of the street one is on is no turn. */
    private static boolean follows(Turn turn) {
        return turn == Turn.SLIGHT_LEFT || turn == Turn.SLIGHT_RIGHT;
    }

    /** A stretch's points end before the next one's first: a single straight edge has one of its own. */
    private static String direction(PointList points, PointList next) {
        boolean alone = points.size() == 1 && !next.isEmpty();
        if (points.isEmpty() || points.size() == 1 && !alone) {
            return "";
        }
        double dLat = (alone ? next.getLat(0) : points.getLat(1)) - points.getLat(0);
        double dLon = ((alone ? next.getLon(0) : points.getLon(1)) - points.getLon(0)) * Math.cos(Math.toRadians(points.getLat(0)));
        double degrees = (Math.toDegrees(Math.atan2(dLon, dLat)) + 360) % 360;
        return DIRECTIONS.get((int) Math.round(degrees / 45) % 8);
    }

    /** Areas of one kind (depth classes drawn inside each other, several maps over one ground) are told once, by the gravest of them. */
    public static List<Way.Crossing> crossings(List<Position> line, List<Danger> dangers) {
        if (line.size() < 2) {
            return List.of();
        }
        LineString way = GEOMETRY.createLineString(line.stream().map(p -> new Coordinate(p.lon(), p.lat())).toArray(Coordinate[]::new));
        Point home = way.getStartPoint();
        Point place = way.getEndPoint();
        Map<String, List<Danger>> byKind = new LinkedHashMap<>();
        for (Danger danger : dangers) {
            if (!danger.shape().getEnvelopeInternal().intersects(way.getEnvelopeInternal())) {
                continue;
            }
            if (metres(danger.shape().intersection(way)) >= WORTH_TELLING_METRES) {
                byKind.computeIfAbsent(danger.kind(), k -> new ArrayList<>()).add(danger);
            }
        }
        return byKind.values().stream().map(same -> crossing(same, way, home, place))
                .sorted(Comparator.comparing(Way.Crossing::metres).reversed()).toList();
    }

    private static Way.Crossing crossing(List<Danger> same, LineString way, Point home, Point place) {
        Danger gravest = same.stream().max(Comparator.comparingDouble(Danger::gravity)).orElseThrow();
        Geometry inside = same.size() == 1 ? gravest.shape().intersection(way)
                : UnaryUnionOp.union(same.stream().map(d -> d.shape().intersection(way)).toList());
        return new Way.Crossing(same.stream().map(Danger::key).collect(Collectors.joining(" ")), gravest.label(), metres(inside),
                same.stream().anyMatch(d -> d.shape().covers(home)), same.stream().anyMatch(d -> d.shape().covers(place)));
    }

    private static double metres(Geometry inside) {
        double metres = 0;
        for (int g = 0; g < inside.getNumGeometries(); g++) {
            Coordinate[] c = inside.getGeometryN(g).getCoordinates();
            for (int i = 1; i < c.length; i++) {
                metres += new Position(c[i - 1].y, c[i - 1].x).metresTo(new Position(c[i].y, c[i].x));
            }
        }
        return metres;
    }
}
