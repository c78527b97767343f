package jp.michishirube.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Protections {

    private final JdbcClient jdbc;
    private final Clock clock;

    Protections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param caseNumber of the newest case; null for somebody without one */
    record Row(Protection protection, String name, String kana, String cityNumber, String caseNumber) {}

    Optional<Protection> standing(long residentId) {
        return jdbc.sql("select * from casefile.protection where resident_id = ? and ended_at is null").param(residentId)
                .query((rs, n) -> protection(rs)).optional();
    }

    Optional<Long> residentOf(long id) {
        return jdbc.sql("select resident_id from casefile.protection where id = ?").param(id).query(Long.class).optional();
    }

    /** The longest overdue first. */
    List<Row> standing() {
        return jdbc.sql("""
                select p.*, r.name, r.kana, r.city_number,
                       (select c.number from casefile.casefile c where c.resident_id = r.id order by c.id desc limit 1) as case_number
                from casefile.protection p join casefile.resident r on r.id = p.resident_id
                where p.ended_at is null order by p.until nulls first, r.kana, p.id
                """).query((rs, n) -> new Row(protection(rs), rs.getString("name"), rs.getString("kana"), rs.getString("city_number"),
                        rs.getString("case_number"))).list();
    }

    /** Those of the residents who are not protected yet become so. @return these */
    List<Long> set(Collection<Long> residents, String ground, LocalDate until, Person by) {
        return jdbc.sql("""
                insert into casefile.protection (resident_id, ground, until, set_by, set_by_name, set_at)
                select resident, :ground, :until, :by, :name, :at from unnest(:residents) as r(resident)
                on conflict (resident_id) where ended_at is null do nothing returning resident_id
                """).param("residents", residents.toArray(Long[]::new)).param("ground", ground).param("until", until, java.sql.Types.DATE)
                .param("by", by.id()).param("name", by.name()).param("at", now()).query(Long.class).list();
    }

    /** @return whether it stood until now */
    boolean end(long id, String ground, Person by) {
        return jdbc.sql("""
                update casefile.protection set ended_by = ?, ended_by_name = ?, ended_at = ?, end_ground = ? where id = ? and ended_at is null
                """).params(by.id(), by.name(), now(), ground, id).update() == 1;
    }

    List<CaseId> casesOf(Collection<Long> residents) {
        return jdbc.sql("select id from casefile.casefile where resident_id = any(?) order by id").param(residents.toArray(Long[]::new))
                .query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Protection protection(ResultSet rs) throws SQLException {
        return new Protection(rs.getLong("id"), rs.getLong("resident_id"), rs.getString("ground"), rs.getObject("until", LocalDate.class),
                rs.getString("set_by_name"), rs.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
