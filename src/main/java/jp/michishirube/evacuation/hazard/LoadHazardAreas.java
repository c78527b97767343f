package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads a hazard map; a map of the same name is replaced, and the routes of plans in force are checked against the new one. */
@Service
public class LoadHazardAreas {

    private final MunicipalArea municipality;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;
    private final WhoAmI whoAmI;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LoadHazardAreas(MunicipalArea municipality, JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json, WhoAmI whoAmI, Clock clock,
            ApplicationEventPublisher events) {
        this.municipality = municipality;
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.whoAmI = whoAmI;
        this.clock = clock;
        this.events = events;
    }

    /** @param layerId 0 when the very same file was loaded before and nothing was done */
    public record Result(long layerId, int taken, List<HazardFile.Refused> refused) {}

    /**
     * @param name     of the map, by which a newer one replaces it
     * @param usual    kind of disaster of areas that do not say theirs
     * @param source   who made the map, shown beside it
     * @param maxBytes larger files are refused while being read
     * @throws Problem {@code area-…} when the file as a whole cannot be used; {@code area-all-refused} when no area can
     */
    @Transactional
    public Result load(String name, HazardKind usual, String source, InputStream in, long maxBytes) {
        MessageDigest digest = sha256();
        HazardFile.Content content;
        try (DigestInputStream counted = new DigestInputStream(in, digest)) {
            content = HazardFile.read(counted, usual, municipality, maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (content.areas().isEmpty()) {
            if (content.refused().isEmpty()) {
                throw Problem.badRequest("area-all-refused.outside-municipality");
            }
            HazardFile.Refused first = content.refused().get(0);
            throw Problem.badRequest("area-all-refused." + first.reason(), first.number());
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        if (jdbc.sql("select exists (select 1 from evacuation.hazard_layer where name = ? and sha256 = ? and reader = ? and replaced_at is null)")
                .params(name, hash, HazardFile.READER).query(Boolean.class).single()) {
            return new Result(0, content.areas().size(), content.refused());
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update evacuation.hazard_layer set replaced_at = ? where name = ? and replaced_at is null").params(now, name).update();
        long layer = jdbc.sql("""
                insert into evacuation.hazard_layer (hazard, name, source, sha256, reader, refused, refused_more, outside, loaded_at, loaded_by)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) returning id
                """).params(usual.name(), name, source, hash, HazardFile.READER, write(content.refused()), content.refusedMore(), content.outside(), now, whoAmI.orProcess().name())
                .query(Long.class).single();
        insert(layer, content.areas());
        Set<HazardKind> kinds = EnumSet.of(usual);
        content.areas().forEach(a -> kinds.add(a.hazard()));
        events.publishEvent(new HazardAreasChanged(kinds));
        return new Result(layer, content.areas().size(), content.refused());
    }

    private void insert(long layer, List<HazardFile.Area> areas) {
        WKBWriter wkb = new WKBWriter();
        batch.batchUpdate("""
                insert into evacuation.hazard_area (layer_id, hazard, level, label, min_lat, max_lat, min_lon, max_lon, geometry, measure)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, areas, 200, (ps, a) -> {
            Envelope box = a.shape().getEnvelopeInternal();
            ps.setLong(1, layer);
            ps.setString(2, a.hazard().name());
            ps.setInt(3, a.level());
            ps.setString(4, a.label());
            ps.setDouble(5, box.getMinY());
            ps.setDouble(6, box.getMaxY());
            ps.setDouble(7, box.getMinX());
            ps.setDouble(8, box.getMaxX());
            ps.setBytes(9, wkb.write(a.shape()));
            ps.setString(10, a.measure().name());
        });
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
