package jp.michishirube.sharing.leader;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terms, and what was done with whom. */
@Repository
class Leaders {

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    Leaders(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    enum What { ENTERED, TELEPHONE_CHANGED, PLEDGED, ENDED, CODE_PRINTED, LIST_PRINTED, PAPER_HANDED, PAPER_RETURNED, PAPER_DESTROYED, PAPER_LOST }

    enum Why { TERM, BEFORE_TERM }

    record Line(Instant at, String what, String detail, String byName) {}

    LocalDate today() {
        return clock.instant().atZone(WorkingDays.JAPAN).toLocalDate();
    }

    Optional<Leader> find(long id) {
        return jdbc.sql("select * from sharing.leader where id = ?").param(id).query((rs, n) -> leader(rs)).optional();
    }

    Optional<Leader> lock(long id) {
        return jdbc.sql("select * from sharing.leader where id = ? for update").param(id).query((rs, n) -> leader(rs)).optional();
    }

    /** @param over those whose term is over, the newest first; else those whose term runs or comes, by 町 */
    List<Leader> all(boolean over) {
        String where = over ? "(ended_at is not null or to_day < :today) order by coalesce(ended_at, to_day) desc, id desc limit 200"
                : "ended_at is null and to_day >= :today order by areas[1] collate \"C\", rank desc, name collate \"C\", id";
        return jdbc.sql("select * from sharing.leader where " + where).param("today", today()).query((rs, n) -> leader(rs)).list();
    }

    List<Long> over() {
        return jdbc.sql("select id from sharing.leader where ended_at is null and to_day < ? order by id").param(today()).query(Long.class).list();
    }

    long add(Leader l) {
        return jdbc.sql("""
                insert into sharing.leader (kind, rank, association, name, phone, postal_code, address, areas, blocks, from_day, to_day, changed_at, changed_by)
                values (:kind, :rank, :association, :name, :phone, :postal, :address, :areas, :blocks, :from, :to, :at, :by) returning id
                """).param("kind", l.kind().name()).param("rank", l.rank().name()).param("association", l.association()).param("name", l.name()).param("phone", l.phone())
                .param("postal", l.postalCode()).param("address", l.address()).param("areas", l.areas().toArray(String[]::new)).param("blocks", l.blocks().toArray(String[]::new))
                .param("from", l.from()).param("to", l.to()).param("at", now()).param("by", who.orProcess().id()).query(Long.class).single();
    }

    void telephone(long id, String phone) {
        jdbc.sql("update sharing.leader set phone = ?, changed_at = ?, changed_by = ? where id = ?").params(phone, now(), who.orProcess().id(), id).update();
    }

    void pledged(long id, int version) {
        jdbc.sql("update sharing.leader set pledge_version = ?, pledged_at = ? where id = ?").params(version, now(), id).update();
    }

    void ended(long id, Why why) {
        jdbc.sql("update sharing.leader set ended_at = ?, ended_why = ?, changed_at = ?, changed_by = ? where id = ?")
                .params(now(), why.name(), now(), who.orProcess().id(), id).update();
    }

    /** @param detail number of a paper or version of the pledge; null for none */
    void line(long id, What what, String detail) {
        Person me = who.orProcess();
        line(id, what, detail, me.id(), me.name());
    }

    /** Of what they did themselves. */
    void line(Leader leader, What what, String detail) {
        line(leader.id(), what, detail, leader.scope(), leader.name());
    }

    private void line(long id, What what, String detail, String by, String name) {
        jdbc.sql("insert into sharing.leader_line (at, leader_id, what, detail, by_id, by_name) values (:at, :id, :what, :detail, :by, :name)").param("at", now()).param("id", id)
                .param("what", what.name()).param("detail", detail, java.sql.Types.VARCHAR).param("by", by).param("name", name).update();
    }

    List<Line> lines(long id) {
        return jdbc.sql("select * from sharing.leader_line where leader_id = ? order by id desc").param(id)
                .query((rs, n) -> new Line(rs.getTimestamp("at").toInstant(), rs.getString("what"), rs.getString("detail"), rs.getString("by_name"))).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Leader leader(ResultSet rs) throws SQLException {
        return new Leader(rs.getLong("id"), Party.Kind.valueOf(rs.getString("kind")), Leader.Rank.valueOf(rs.getString("rank")), rs.getString("association"),
                rs.getString("name"), rs.getString("phone"), rs.getString("postal_code"), rs.getString("address"), Arrays.asList((String[]) rs.getArray("areas").getArray()),
                Arrays.asList((String[]) rs.getArray("blocks").getArray()), rs.getObject("from_day", LocalDate.class), rs.getObject("to_day", LocalDate.class),
                rs.getObject("pledge_version", Integer.class), instant(rs, "pledged_at"), instant(rs, "ended_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
