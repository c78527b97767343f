package jp.michishirube.roster.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Resident;
import jp.michishirube.roster.file.BirthDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roster as stored. */
@Repository
public class Entries {

    /** What an import writes of one person. */
    public record Write(Long id, String cityNumber, RowToApply row, Map<String, String> data, CaseId caseId) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Intakes intakes;

    Entries(JdbcClient jdbc, JdbcTemplate batch, Intakes intakes) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.intakes = intakes;
    }

    public Map<Long, KnownPerson> known(Collection<Long> ids) {
        return jdbc.sql("select id, city_number, data, case_id, status from roster.entry where id = any(?) order by id for update")
                .param(ids.toArray(Long[]::new)).query((rs, n) -> {
                    long caseId = rs.getLong("case_id");
                    return new KnownPerson(rs.getLong("id"), rs.getString("city_number"), Json.values(rs.getString("data")),
                            rs.wasNull() ? null : caseId, rs.getString("status").equals("LISTED"));
                }).list().stream().collect(Collectors.toMap(KnownPerson::id, Function.identity()));
    }

    /** A number of our own for somebody whom the city's file gives none; no city's number begins like it. */
    public String ownNumber() {
        return "~%06d".formatted(jdbc.sql("select nextval('roster.own_number')").query(Long.class).single());
    }

    public void insert(long intake, List<Write> people) {
        var now = intakes.now();
        batch.batchUpdate("""
                insert into roster.entry (city_number, person_key, place_key, data, priority, eligible, reasons, case_id, last_intake, changed_at, rules)
                values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, (select rules from roster.intake where id = ?))
                """, people.stream().map(p -> new Object[] {p.cityNumber(), p.row().personKey(), p.row().placeKey(), Json.write(p.data()),
            p.row().priority(), p.row().eligible(), p.row().reasons(), caseId(p), intake, now, intake}).toList());
    }

    public void update(long intake, List<Write> people) {
        var now = intakes.now();
        batch.batchUpdate("""
                update roster.entry set city_number = ?, person_key = ?, place_key = ?, data = ?::jsonb, priority = ?, eligible = ?,
                    reasons = ?::jsonb, case_id = ?, last_intake = ?, changed_at = ?, status = 'LISTED', left_reason = null,
                    rules = (select rules from roster.intake where id = ?)
                where id = ?
                """, people.stream().map(p -> new Object[] {p.cityNumber(), p.row().personKey(), p.row().placeKey(), Json.write(p.data()),
            p.row().priority(), p.row().eligible(), p.row().reasons(), caseId(p), intake, now, intake, p.id()}).toList());
    }

    public void leave(long intake, KnownPerson person, String reason, Map<String, String> data) {
        jdbc.sql("update roster.entry set status = 'LEFT', left_reason = ?, data = ?::jsonb, last_intake = ?, changed_at = ? where id = ?")
                .params(reason, Json.write(data), intake, intakes.now(), person.id()).update();
    }

    public static Resident resident(String cityNumber, Map<String, String> data) {
        BirthDate birth = BirthDate.of(data.get("birthDate"));
        return new Resident(0, cityNumber, emptyToNull(data.get("cityOsId")), data.get("name"), data.getOrDefault("kana", ""),
                birth.whole(), data.getOrDefault("sex", ""), data.getOrDefault("postalCode", ""),
                data.getOrDefault("address", ""), data.getOrDefault("phone", ""), data.getOrDefault("area", ""),
                birth.isWhole() ? "" : birth.toString());
    }

    private static String emptyToNull(String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static Long caseId(Write person) {
        return person.caseId() == null ? null : person.caseId().value();
    }
}
