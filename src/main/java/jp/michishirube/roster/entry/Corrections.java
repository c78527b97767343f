package jp.michishirube.roster.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Values corrected by hand that still stand. */
@Repository
public class Corrections {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param listed what the list says */
    record Correction(String key, String value, String listed, String reason, Instant madeAt, String madeName) {}

    public List<Correction> of(long entry) {
        return jdbc.sql("select * from roster.correction where entry = ? and ended_at is null order by id").param(entry)
                .query((rs, n) -> new Correction(rs.getString("key"), rs.getString("value"), rs.getString("listed"), rs.getString("reason"),
                        rs.getObject("made_at", OffsetDateTime.class).toInstant(), rs.getString("made_name"))).list();
    }
}
