package jp.michishirube.roster;

import java.time.ZoneOffset;
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
