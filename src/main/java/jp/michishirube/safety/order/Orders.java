package jp.michishirube.safety.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders as stored: revisions are added, the newest counts. */
@Repository
class Orders {

    private static final String NEWEST = """
            select o.number, o.mode, o.hazard, r.*, (select min(f.at) from safety.order_revision f where f.order_id = o.id) as first,
                (select p.at from safety.order_revision p where p.order_id = o.id and p.revision = r.revision - 1) as previous
            from safety.evacuation_order o join safety.order_revision r on r.order_id = o.id
            where not exists (select from safety.order_revision n where n.order_id = o.id and n.revision > r.revision)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Orders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In force first, real before drill, then the newest. */
    List<Order> newest(int most) {
        return jdbc.sql(NEWEST + " order by r.act not in ('ISSUED', 'REVISED'), o.mode <> 'REAL', r.at desc limit ?").param(most).query((rs, n) -> order(rs)).list();
    }

    /** @throws Problem {@code order-not-found} (404) */
    Order get(UUID number) {
        return jdbc.sql(NEWEST + " and o.number = ?").param(number).query((rs, n) -> order(rs)).optional().orElseThrow(() -> Problem.notFound("order-not-found"));
    }

    /** Keeps others who revise it waiting until the transaction ends. */
    Order lock(UUID number) {
        jdbc.sql("select id from safety.evacuation_order where number = ? for update").param(number).query(Long.class).optional();
        return get(number);
    }

    long put(UUID number, Mode mode, Hazard hazard) {
        return jdbc.sql("insert into safety.evacuation_order (number, mode, hazard) values (?, ?, ?) returning id").params(number, mode.name(), hazard.name()).query(Long.class).single();
    }

    void revise(long id, int revision, Order.Act act, Integer level, Collection<String> areas, String words, Person by) {
        jdbc.sql("""
                insert into safety.order_revision (order_id, revision, act, level, areas, words, at, by_id, by_name)
                values (:id, :revision, :act, :level, :areas, :words, :at, :by, :name)
                """).param("id", id).param("revision", revision).param("act", act.name()).param("level", level, Types.SMALLINT).param("areas", areas.toArray(String[]::new))
                .param("words", words).param("at", Timestamp.from(clock.instant())).param("by", by.id()).param("name", by.name()).update();
    }

    private static Order order(ResultSet rs) throws SQLException {
        Timestamp previous = rs.getTimestamp("previous");
        return new Order(rs.getLong("order_id"), rs.getObject("number", UUID.class), Mode.valueOf(rs.getString("mode")), Hazard.valueOf(rs.getString("hazard")),
                rs.getInt("revision"), Order.Act.valueOf(rs.getString("act")), rs.getObject("level", Integer.class), Arrays.asList((String[]) rs.getArray("areas").getArray()),
                rs.getString("words"), rs.getTimestamp("at").toInstant(), rs.getString("by_name"), rs.getTimestamp("first").toInstant(),
                previous == null ? null : previous.toInstant());
    }
}
