package jp.michishirube.tiles;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the pages' maps need to know of their background. */
@Component
public class Background {

    private final MapServer server;
    private final FrameOfMunicipality municipality;
    private final String source;
    private final int wished;
    private final long most;
    private volatile Optional<Frame> frame;

    Background(MapServer server, FrameOfMunicipality municipality, @Value("${michishirube.evacuation.tiles-source:}") String source,
            @Value("${michishirube.tiles.deepest:16}") int wished, @Value("${michishirube.tiles.most:20000}") long most) {
        this.server = server;
        this.municipality = municipality;
        this.source = source;
        this.wished = Math.max(Frame.SHALLOWEST, Math.min(wished, 18));
        this.most = most;
    }

    /** The deepest zoom that is kept; 0 where there is no background. Deeper views enlarge it. */
    public int deepest() {
        return frame().map(f -> f.deepest(wished, most)).orElse(0);
    }

    /** Whom the map names as its source, as the terms of its server ask. */
    public String source() {
        return source;
    }

    Optional<Frame> frame() {
        if (frame == null) {
            frame = server.isSetUp() ? municipality.frame() : Optional.empty();
        }
        return frame;
    }
}
