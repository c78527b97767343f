package jp.michishirube.roster.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.organization.OfficeNames;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roster as people search it, most urgent first, with the case that runs for each person. */
@Repository
public class EntryList {

    public static final int PAGE = 50;

    /** @param q name, kana, city number or case number; every other filter empty for any */
    public record Filter(String q, String area, String office, String status) {

        public Filter {
            q = q == null ? "" : q.strip();
            area = area == null ? "" : area;
            office = office == null ? "" : office;
            status = status == null || status.isEmpty() ? "LISTED" : status;
        }

        public Map<String, String> narrowing() {
            return Map.of("q", q, "area", area, "office", office, "status", status);
        }
    }

    /** @param office null: nobody makes the plan yet; empty text when there is no case */
    public record Row(
            long id, String cityNumber, Map<String, String> data, String status, String leftReason, int priority, boolean eligible,
            List<String> reasons, Long caseId, String caseNumber, String caseState, String office, String officeName) {

        public String get(String key) {
            return data.getOrDefault(key, "");
        }

        /** Our own numbers are no use to people. */
        public String shownNumber() {
            return cityNumber.startsWith("~") ? "" : cityNumber;
        }
    }

    private static final String SELECT = """
            select e.*, c.number as case_number, c.state as case_state, c.office as case_office
            from roster.entry e
            left join casefile.casefile c on c.id = e.case_id
            """;

    private final JdbcClient jdbc;
    private final OfficeNames offices;

    EntryList(JdbcClient jdbc, OfficeNames offices) {
        this.jdbc = jdbc;
        this.offices = offices;
    }

    /** @param after place in the order of the last row of the page before, as {@code priority-id}; empty for the first page */
    public List<Row> page(Filter filter, String after) {
        StringBuilder sql = new StringBuilder(SELECT).append("where e.status = :status");
        List<String> parts = new ArrayList<>();
        if (!filter.q().isEmpty()) {
            parts.add("(e.name ilike :like or e.kana ilike :like or e.city_number = :q or c.number = :q)");
        }
        if (!filter.area().isEmpty()) {
            parts.add("e.area = :area");
        }
        if (filter.office().equals("-")) {
            parts.add("c.office is null and c.state = 'OPEN'");
        } else if (!filter.office().isEmpty()) {
            parts.add("c.office = :office");
        }
        String[] place = after.matches("\\d{1,2}-\\d{1,18}") ? after.split("-") : new String[] {"0", "0"};
        parts.add("(e.priority, e.id) > (:priority, :id)");
        parts.forEach(p -> sql.append(" and ").append(p));
        return jdbc.sql(sql.append(" order by e.priority, e.id limit :limit").toString())
                .param("status", filter.status()).param("like", "%" + like(filter.q()) + "%").param("q", filter.q())
                .param("area", filter.area()).param("office", filter.office()).param("priority", Integer.valueOf(place[0]))
                .param("id", Long.valueOf(place[1])).param("limit", PAGE + 1).query(row()).list();
    }

    public Optional<Row> find(long id) {
        return jdbc.sql(SELECT + "where e.id = ?").param(id).query(row()).optional();
    }

    public List<String> areas() {
        return jdbc.sql("select distinct area collate \"ja-x-icu\" from roster.entry where area <> '' and status = 'LISTED' order by 1").query(String.class).list();
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private RowMapper<Row> row() {
        Map<String, String> names = offices.all();
        return (rs, n) -> row(rs, names);
    }

    private static Row row(ResultSet rs, Map<String, String> names) throws SQLException {
        String office = rs.getString("case_office");
        long caseId = rs.getLong("case_id");
        return new Row(rs.getLong("id"), rs.getString("city_number"), Json.values(rs.getString("data")), rs.getString("status"),
                rs.getString("left_reason"), rs.getInt("priority"), rs.getBoolean("eligible"), Json.strings(rs.getString("reasons")),
                caseId == 0 ? null : caseId, rs.getString("case_number"), rs.getString("case_state"), office,
                office == null ? null : names.getOrDefault(office, office));
    }
}
