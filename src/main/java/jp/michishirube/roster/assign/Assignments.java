package jp.michishirube.roster.assign;

import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.roster.entry.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Running cases by office, and those that nobody makes a plan for yet. */
@Repository
class Assignments {

    /** @param area of the resident */
    record Unassigned(CaseId id, CaseNumber number, String name, String kana, String area, String address, int priority, List<String> reasons) {}

    /** @param running cases of the office that have not ended */
    record OfficeLoad(String code, String name, long running, LocalDate begins, LocalDate ends) {}

    /** @param area of the resident; what a rule looks at */
    record Waiting(CaseId id, String area) {}

    private static final String UNASSIGNED = """
            select c.id, c.number, r.name, r.kana, r.area, r.address, c.priority, e.reasons
            from casefile.casefile c join casefile.resident r on r.id = c.resident_id left join roster.entry e on e.case_id = c.id
            where c.office is null and c.state = 'OPEN' order by c.priority, c.id limit ?
            """;

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Unassigned> unassigned(int limit) {
        return jdbc.sql(UNASSIGNED).param(limit).query((rs, n) -> new Unassigned(new CaseId(rs.getLong("id")), new CaseNumber(rs.getString("number")),
                rs.getString("name"), rs.getString("kana"), rs.getString("area"), rs.getString("address"), rs.getInt("priority"),
                Json.strings(rs.getString("reasons")))).list();
    }

    /** All of them, in the order in which they are to be assigned. */
    List<Waiting> waiting() {
        return jdbc.sql("""
                select c.id, r.area from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                where c.office is null and c.state = 'OPEN' order by c.priority, c.id
                """).query((rs, n) -> new Waiting(new CaseId(rs.getLong(1)), rs.getString(2))).list();
    }

    long unassigned() {
        return jdbc.sql("select count(*) from casefile.casefile where office is null and state = 'OPEN'").query(Long.class).single();
    }

    List<CaseId> runningOf(String office, int limit) {
        return jdbc.sql("select id from casefile.casefile where office = ? and state = 'OPEN' order by priority, id limit ?").params(office, limit)
                .query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }

    long running(String office) {
        return jdbc.sql("select count(*) from casefile.casefile where office = ? and state = 'OPEN'").param(office).query(Long.class).single();
    }

    List<OfficeLoad> loads() {
        return jdbc.sql("""
                select o.code, o.name, count(c.id) running, o.contract_begins begins, o.contract_ends ends from organization.office o
                left join casefile.casefile c on c.office = o.code and c.state = 'OPEN' group by o.code, o.name order by o.code
                """).query(OfficeLoad.class).list();
    }
}
