package jp.michishirube.sharing.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of copies. */
@Repository
public class Copies {

    private static final String SELECT = "select c.*, d.version, d.party_name from sharing.copy c join sharing.delivery d on d.id = c.delivery_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Copies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of the case's next copy; the case is kept from others until the transaction ends. */
    public int nextNumber(CaseId caseId) {
        jdbc.sql("select id from casefile.casefile where id = ? for update").param(caseId.value()).query(Long.class).single();
        return jdbc.sql("select coalesce(max(no), 0) + 1 from sharing.copy where case_id = ?").param(caseId.value()).query(Integer.class).single();
    }

    public void printed(CaseId caseId, int no, long deliveryId, long passId, Collection<String> fields, String by) {
        jdbc.sql("insert into sharing.copy (case_id, no, delivery_id, pass_id, fields, printed_at, printed_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(caseId.value(), no, deliveryId, passId, new TreeSet<>(fields).toArray(String[]::new), now(), by).update();
    }

    public List<Copy> of(long deliveryId) {
        return jdbc.sql(SELECT + "where c.delivery_id = ? order by c.no").param(deliveryId).query((rs, n) -> copy(rs)).list();
    }

    /** Of that delivery alone: a foreign number is none. */
    public Optional<Copy> find(long deliveryId, long id) {
        return jdbc.sql(SELECT + "where c.delivery_id = ? and c.id = ?").params(deliveryId, id).query((rs, n) -> copy(rs)).optional();
    }

    /** @return false when it was handed over or is gone already */
    public boolean handed(long id, Copy.How how, String by) {
        return jdbc.sql("update sharing.copy set handed_at = ?, handed_by = ?, handed_how = ? where id = ? and handed_at is null and ended_at is null")
                .params(now(), by, how.name(), id).update() == 1;
    }

    /** One that was lost may come back. @return false when it is gone already */
    public boolean ended(long id, Copy.Ended how, String by) {
        return jdbc.sql("update sharing.copy set ended_at = ?, ended_by = ?, ended_how = ? where id = ? and (ended_at is null or ended_how = 'LOST' and ? <> 'LOST')")
                .params(now(), by, how.name(), id, how.name()).update() == 1;
    }

    /** A person showed them at a stock-take. */
    void seen(Collection<Long> ids, String by) {
        jdbc.sql("update sharing.copy set seen_at = ?, seen_by = ? where id = any(?) and handed_at is not null and ended_at is null")
                .params(now(), by, ids.toArray(Long[]::new)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static Copy copy(ResultSet rs) throws SQLException {
        String ended = rs.getString("ended_how");
        return new Copy(rs.getLong("id"), new CaseId(rs.getLong("case_id")), rs.getInt("no"), rs.getLong("delivery_id"), rs.getInt("version"),
                rs.getString("party_name"), Set.of((String[]) rs.getArray("fields").getArray()), instant(rs, "printed_at"), instant(rs, "handed_at"),
                instant(rs, "ended_at"), ended == null ? null : Copy.Ended.valueOf(ended), instant(rs, "seen_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
