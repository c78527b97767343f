package jp.michishirube.tiles;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The squares in the database, for every node. */
@Repository
class TileStore {

    private final JdbcClient jdbc;

    TileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Picture> find(Tile tile) {
        return jdbc.sql("select content from tiles.tile where z = ? and x = ? and y = ?").params(tile.z(), tile.x(), tile.y())
                .query(byte[].class).optional().flatMap(Picture::of);
    }

    /** @return the squares fetched after that time, which need not be fetched yet */
    Set<Tile> youngerThan(Instant time) {
        return new HashSet<>(jdbc.sql("select z, x, y from tiles.tile where fetched_at > ?").param(time.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> new Tile(rs.getInt(1), rs.getInt(2), rs.getInt(3))).list());
    }

    void keep(Tile tile, Picture picture, Instant now) {
        jdbc.sql("""
                insert into tiles.tile (z, x, y, content, fetched_at) values (?, ?, ?, ?, ?)
                on conflict (z, x, y) do update set content = excluded.content, fetched_at = excluded.fetched_at
                """).params(tile.z(), tile.x(), tile.y(), picture.content(), now.atOffset(ZoneOffset.UTC)).update();
    }

    long count() {
        return jdbc.sql("select count(*) from tiles.tile").query(Long.class).single();
    }
}
