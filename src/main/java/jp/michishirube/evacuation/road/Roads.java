package jp.michishirube.evacuation.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import jp.michishirube.evacuation.hazard.EvacuationPolicy;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The municipality's road network: the OpenStreetMap extract named by {@code michishirube.evacuation.osm}, else the one its folder
 * brings ({@code forms/<code>/roads.osm}). Loaded at the first use, imported once and cached on disk. Without one, or with a file that
 * is none, routes are drawn by hand and the page says why.
 */
@Component
public class Roads implements DisposableBean {

    enum State { READY, NO_EXTRACT, UNUSABLE }

    private static final Logger LOG = LoggerFactory.getLogger(Roads.class);
    private final Folders folders;
    private final String packaged;
    private final String configured;
    private final Path cache;
    private final double farthest;
    private RoadNetwork network;
    private State state;

    @Autowired
    Roads(Folders folders, Municipality municipality, @Value("${michishirube.evacuation.osm:}") String configured,
            @Value("${michishirube.data-dir:data}") Path data) {
        this(folders, municipality.code(), configured, data, municipality.section("evacuation", EvacuationPolicy.class).offRoadMetres());
    }

    Roads(Folders folders, String code, String configured, Path data, double farthest) {
        this.farthest = farthest;
        this.folders = folders;
        this.packaged = "forms/" + code + "/roads.osm";
        this.configured = configured;
        this.cache = data.resolve("roads");
    }

    public synchronized State state() {
        load();
        return state;
    }

    public synchronized Optional<RoadNetwork> network() {
        load();
        return Optional.ofNullable(network);
    }

    private void load() {
        if (state != null) {
            return;
        }
        try {
            Optional<Path> extract = extract();
            if (extract.isEmpty()) {
                state = State.NO_EXTRACT;
                return;
            }
            Files.createDirectories(cache);
            network = RoadNetwork.open(extract.get(), cache.resolve("graph-" + fingerprint(extract.get())), farthest);
            state = State.READY;
            LOG.info("road network ready: {} nodes", network.nodes());
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.error("the road extract cannot be used; routes are drawn by hand", e);
            state = State.UNUSABLE;
        }
    }

    private Optional<Path> extract() throws IOException {
        if (!configured.isBlank()) {
            Path path = Path.of(configured);
            if (!Files.isRegularFile(path)) {
                throw new IOException("michishirube.evacuation.osm names no file: " + path);
            }
            return Optional.of(path);
        }
        Optional<Resource> resource = folders.find(packaged);
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(cache);
        Path copy = cache.resolve(packaged.replace('/', '-'));
        Path part = Files.createTempFile(cache, "roads", ".part");
        try (var in = resource.get().getInputStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(copy);
    }

    /** Small files by their content, an extract of gigabytes by size and date: a newer file gets a network of its own. */
    private static String fingerprint(Path file) throws IOException {
        CRC32 crc = new CRC32();
        if (Files.size(file) < 4 << 20) {
            crc.update(Files.readAllBytes(file));
        } else {
            crc.update((file.getFileName() + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file).toMillis())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return RoadProfiles.VERSION + "-" + Long.toHexString(crc.getValue());
    }

    @Override
    public synchronized void destroy() {
        if (network != null) {
            network.close();
        }
    }
}
