package jp.michishirube.evacuation.road;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.LongCursor;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import jp.michishirube.evacuation.hazard.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** What nobody crosses off the roads: rivers, water, railways, motorways and cliffs of the extract. Tunnels and bridges of these leave the ground free. */
final class Barriers {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final STRtree lines = new STRtree();

    private Barriers(Geometry all) {
        for (int i = 0; i < all.getNumGeometries(); i++) {
            lines.insert(all.getGeometryN(i).getEnvelopeInternal(), all.getGeometryN(i));
        }
        lines.build();
    }

    /** Reads the extract, or what an earlier run kept of it in {@code kept}. */
    static Barriers open(Path osm, Path kept) throws IOException {
        try {
            if (Files.exists(kept)) {
                return new Barriers(new WKBReader(GEOMETRY).read(Files.readAllBytes(kept)));
            }
            Geometry all = read(osm);
            Path part = Files.createTempFile(kept.toAbsolutePath().getParent(), "barriers", ".part");
            Files.write(part, new WKBWriter().write(all));
            Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
            return new Barriers(all);
        } catch (ParseException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    boolean between(Position from, Position to) {
        LineString gap = GEOMETRY.createLineString(new Coordinate[] {new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())});
        return lines.query(gap.getEnvelopeInternal()).stream().anyMatch(line -> ((Geometry) line).intersects(gap));
    }

    /** Nodes stand before the ways that use them: the first pass finds out which are needed, the second where they are. */
    private static Geometry read(Path osm) throws IOException, XMLStreamException {
        List<LongArrayList> ways = new ArrayList<>();
        LongObjectHashMap<Coordinate> nodes = new LongObjectHashMap<>();
        each(osm, element -> {
            if (element instanceof ReaderWay way && isBarrier(way)) {
                LongArrayList line = new LongArrayList(way.getNodes());
                ways.add(line);
                for (LongCursor node : line) {
                    nodes.put(node.value, null);
                }
            }
        });
        each(osm, element -> {
            if (element instanceof ReaderNode node && nodes.containsKey(node.getId())) {
                nodes.put(node.getId(), new Coordinate(node.getLon(), node.getLat()));
            }
        });
        List<LineString> lines = new ArrayList<>();
        for (LongArrayList way : ways) {
            List<Coordinate> line = new ArrayList<>();
            for (LongCursor node : way) {
                // an extract may end before a way does
                if (nodes.get(node.value) != null) {
                    line.add(nodes.get(node.value));
                }
            }
            if (line.size() > 1) {
                lines.add(GEOMETRY.createLineString(line.toArray(Coordinate[]::new)));
            }
        }
        return GEOMETRY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private static void each(Path osm, Consumer<ReaderElement> act) throws IOException, XMLStreamException {
        try (OSMInputFile in = new OSMInputFile(osm.toFile()).setWorkerThreads(1).open()) {
            for (ReaderElement element = in.getNext(); element != null; element = in.getNext()) {
                act.accept(element);
            }
        }
    }

    static boolean isBarrier(ReaderWay way) {
        if (way.hasTag("tunnel") && !way.hasTag("tunnel", "no") || way.hasTag("bridge") && !way.hasTag("bridge", "no")) {
            return false;
        }
        return way.hasTag("waterway", List.of("river", "canal", "stream", "riverbank")) || way.hasTag("natural", List.of("water", "cliff"))
                || way.hasTag("railway", List.of("rail", "light_rail")) || way.hasTag("highway", List.of("motorway", "trunk_link", "motorway_link"));
    }
}
