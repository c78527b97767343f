package jp.michishirube.roster.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.handover.Manifest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The receiving side's book of packages: who sent what, when it came, what became of it. */
@Repository
class Handovers {

    private final JdbcClient jdbc;
    private final Intakes intakes;

    Handovers(JdbcClient jdbc, Intakes intakes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
    }

    /**
     * A package that came.
     *
     * @param exportedBy and {@code exportedAt}, {@code rows}: as the sender signed them; empty or null for one that was refused
     * @param intake     the import it became
     * @param refused    why it was refused, else null
     */
    record Arrival(Instant arrivedAt, String sender, String exportedBy, Instant exportedAt, Long rows, Long intake, String refused) {}

    List<Arrival> newest(int limit) {
        return jdbc.sql("select * from roster.handover order by id desc limit ?").param(limit).query((rs, n) -> new Arrival(instant(rs, "arrived_at"),
                rs.getString("sender"), rs.getString("exported_by"), instant(rs, "exported_at"), rs.getObject("rows", Long.class),
                rs.getObject("intake", Long.class), rs.getString("refused"))).list();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** @return false when the package came before */
    boolean accepted(Manifest m, String by) {
        return jdbc.sql("""
                insert into roster.handover (package_id, sender, exported_by, exported_at, arrived_at, received_by, rows)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (package_id) do nothing
                """).params(m.id(), m.sender(), m.exportedBy(), m.exportedAt().atOffset(ZoneOffset.UTC), intakes.now(), by, m.rows()).update() == 1;
    }

    void becameImport(String packageId, long intake) {
        jdbc.sql("update roster.handover set intake = ? where package_id = ?").params(intake, packageId).update();
    }

    /** Stays, whatever else is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(String reason, String by) {
        jdbc.sql("insert into roster.handover (sender, exported_by, arrived_at, received_by, refused) values ('', '', ?, ?, ?)")
                .params(intakes.now(), by, reason).update();
    }
}
