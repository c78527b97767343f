package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import jp.michishirube.bench.Figures;
import jp.michishirube.municipality.Folders;

/**
 * {@code hazard.load}: a GeoJSON of 500 MB in the shape of the national mesh files (a whole first-order mesh, of which the municipality is
 * a small part) read and clipped, against a bare streaming parse of the same file that looks at no value, in turns; in a JVM of its own
 * with a heap of 512 MB. {@code hazard.load.heap}: the most that was live after a collection while reading, against what is live at the end,
 * which is the areas of the municipality: a reading that piles up nothing else stays near 1.
 */
public final class HazardLoadBench {

    private static final int ROUNDS = 3;

    private HazardLoadBench() {}

    /** @throws IllegalStateException when the JVM with the small heap did not end well */
    public static void measure() throws Exception {
        Process small = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                "-Dbench.megabytes=" + Integer.getInteger("bench.megabytes", 500), HazardLoadBench.class.getName()).inheritIO().start();
        if (small.waitFor() != 0) {
            throw new IllegalStateException("the JVM of 512 MB ended with " + small.exitValue());
        }
    }

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("hazard", ".geojson");
        try {
            write(file, Integer.getInteger("bench.megabytes", 500) * 1_000_000L);
            MunicipalArea municipality = new MunicipalArea(new Folders(Path.of(".").toAbsolutePath()), "990019");
            municipality.envelope();
            double[] bare = new double[ROUNDS];
            double[] ours = new double[ROUNDS];
            List<Double> live = Collections.synchronizedList(new ArrayList<>());
            double kept = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                bare(file);
                bare[i] = seconds(begin);
                begin = System.nanoTime();
                HazardFile.Content content = ours(file, municipality, live);
                ours[i] = seconds(begin);
                System.gc();
                kept = Math.max(kept, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0);
                if (content.areas().isEmpty() || content.outside() < content.areas().size()) {
                    throw new IllegalStateException(content.areas().size() + " areas, " + content.outside() + " outside");
                }
            }
            String size = Files.size(file) / 1_000_000 + " MB";
            Figures.write("hazard.load", Figures.median(ours), "s", Figures.median(bare), Figures.median(ours) / Figures.median(bare), size + "; baseline bare streaming parse");
            double most = live.stream().mapToDouble(d -> d).max().orElse(0);
            Figures.write("hazard.load.heap", most, "MB", kept, most / kept, "live heap after collections at -Xmx512m; baseline what is kept at the end");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void bare(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file); JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                // nothing is looked at
            }
        }
    }

    private static HazardFile.Content ours(Path file, MunicipalArea municipality, List<Double> live) throws Exception {
        Thread watch = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                double used = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getCollectionUsage() != null)
                        .mapToLong(p -> p.getCollectionUsage().getUsed()).sum() / 1048576.0;
                if (used > 0) {
                    live.add(used);
                }
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watch.start();
        try (InputStream in = Files.newInputStream(file)) {
            return HazardFile.read(in, HazardKind.FLOOD, municipality, 2L << 30);
        } finally {
            watch.interrupt();
            watch.join();
        }
    }

    /** Areas of mesh cells: some dozens of corners each, positions of 15 digits as published. */
    private static void write(Path file, long size) throws IOException {
        Random random = new Random(1);
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"name\":\"A31b-20-22_10_5639\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::6668\"}},\"features\":[\n");
            for (int n = 0; written < size; n++) {
                double lat = 37.3 + random.nextDouble() * 0.7;
                double lon = 139.4 + random.nextDouble();
                StringBuilder feature = new StringBuilder(n == 0 ? "" : ",\n").append("{\"type\":\"Feature\",\"properties\":{\"A31b_201\":").append(1 + n % 6)
                        .append("},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[");
                int steps = 8 + random.nextInt(60);
                for (int i = 0; i <= steps; i++) {
                    point(feature, lat + 0.00005 * i, lon + 0.0001 * (i % 2)).append(',');
                }
                for (int i = steps; i >= 0; i--) {
                    point(feature, lat + 0.00005 * i, lon + 0.0004 + 0.0001 * (i % 2)).append(',');
                }
                point(feature, lat, lon).append("]]]}}");
                out.append(feature);
                written += feature.length();
            }
            out.write("\n]}\n");
        }
    }

    private static StringBuilder point(StringBuilder text, double lat, double lon) {
        return text.append(String.format(Locale.ROOT, "[%.15f,%.15f]", lon, lat));
    }
}
