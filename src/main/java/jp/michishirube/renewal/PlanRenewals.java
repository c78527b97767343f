package jp.michishirube.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The renewals of plans, with their reasons and askings. Callers hold the case. */
@Repository
class PlanRenewals {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanRenewals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<PlanRenewal> open(CaseId caseId) {
        return jdbc.sql("select * from renewal.renewal where case_id = ? and ended_at is null").param(caseId.value()).query((rs, n) -> renewal(rs)).optional();
    }

    /** Newest first. */
    List<PlanRenewal> of(CaseId caseId) {
        return jdbc.sql("select * from renewal.renewal where case_id = ? order by id desc").param(caseId.value()).query((rs, n) -> renewal(rs)).list();
    }

    boolean knows(CaseId caseId, Reason reason) {
        return jdbc.sql("select exists (select 1 from renewal.reason where case_id = ? and kind = ? and reason_key = ?)")
                .params(caseId.value(), reason.kind().name(), reason.key()).query(Boolean.class).single();
    }

    PlanRenewal propose(CaseId caseId, int formerVersion) {
        return jdbc.sql("insert into renewal.renewal (case_id, former_version, proposed_at) values (?, ?, ?) returning *")
                .params(caseId.value(), formerVersion, now()).query((rs, n) -> renewal(rs)).single();
    }

    void add(PlanRenewal renewal, Reason reason, Person by) {
        jdbc.sql("insert into renewal.reason (renewal_id, case_id, kind, reason_key, on_day, by_id, by_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(renewal.id(), renewal.caseId().value(), reason.kind().name(), reason.key(), reason.on(), by.id(), by.name(), now()).update();
    }

    List<Reason> reasons(PlanRenewal renewal) {
        return jdbc.sql("select kind, reason_key, on_day from renewal.reason where renewal_id = ? order by id").param(renewal.id())
                .query((rs, n) -> new Reason(Trigger.valueOf(rs.getString("kind")), rs.getString("reason_key"), rs.getObject("on_day", LocalDate.class))).list();
    }

    void decide(PlanRenewal renewal, PlanRenewal.Decision decision, List<String> sections, Person by) {
        jdbc.sql("update renewal.renewal set decision = ?, sections = ?, decided_at = ?, decided_by = ?, decided_name = ? where id = ? and ended_at is null")
                .params(decision.name(), sections.toArray(String[]::new), now(), by.id(), by.name(), renewal.id()).update();
    }

    void asked(PlanRenewal renewal, Asking asking, Person by) {
        jdbc.sql("insert into renewal.asked (renewal_id, case_id, who, name, how, asked_on, by_id, by_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(renewal.id(), renewal.caseId().value(), asking.who().name(), asking.name(), asking.how().name(), asking.on(), by.id(), by.name(), now())
                .update();
    }

    Optional<Asking> asking(PlanRenewal renewal) {
        return jdbc.sql("select * from renewal.asked where renewal_id = ?").param(renewal.id()).query((rs, n) -> new Asking(
                Asking.Who.valueOf(rs.getString("who")), rs.getString("name"), Asking.How.valueOf(rs.getString("how")),
                rs.getObject("asked_on", LocalDate.class))).optional();
    }

    /** @param newVersion null but for {@link PlanRenewal.Outcome#REPLACED} */
    void end(PlanRenewal renewal, PlanRenewal.Outcome outcome, Integer newVersion) {
        jdbc.sql("update renewal.renewal set outcome = :outcome, new_version = :version, ended_at = :at where id = :id and ended_at is null")
                .param("outcome", outcome.name()).param("version", newVersion, java.sql.Types.INTEGER).param("at", now()).param("id", renewal.id()).update();
    }

    /** Last day on which somebody was asked and nothing had changed; empty for never. */
    Optional<LocalDate> lastAsked(CaseId caseId) {
        return jdbc.sql("""
                select max(a.asked_on) from renewal.asked a join renewal.renewal r on r.id = a.renewal_id and r.outcome = 'UNCHANGED' where a.case_id = ?
                """).param(caseId.value()).query((rs, n) -> Optional.ofNullable(rs.getObject(1, LocalDate.class))).single();
    }

    /** @return how many are open, by {@code PROPOSED} or their decision */
    Map<String, Integer> openByDecision() {
        Map<String, Integer> open = new TreeMap<>();
        jdbc.sql("select coalesce(decision, 'PROPOSED'), count(*) from renewal.renewal where ended_at is null group by 1")
                .query(rs -> { open.put(rs.getString(1), rs.getInt(2)); });
        return open;
    }

    /** @return how many are open, by office, those with the most first; without an office under an empty code */
    Map<String, Integer> openByOffice() {
        Map<String, Integer> open = new LinkedHashMap<>();
        jdbc.sql("""
                select coalesce(c.office, '') as office, count(*) as n from renewal.renewal r join casefile.casefile c on c.id = r.case_id
                where r.ended_at is null group by 1 order by 2 desc, 1
                """).query(rs -> { open.put(rs.getString("office"), rs.getInt("n")); });
        return open;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static PlanRenewal renewal(ResultSet rs) throws SQLException {
        String decision = rs.getString("decision");
        String outcome = rs.getString("outcome");
        return new PlanRenewal(rs.getLong("id"), new CaseId(rs.getLong("case_id")), rs.getInt("former_version"), instant(rs, "proposed_at"),
                decision == null ? null : PlanRenewal.Decision.valueOf(decision), List.of((String[]) rs.getArray("sections").getArray()),
                instant(rs, "decided_at"), rs.getString("decided_name"), outcome == null ? null : PlanRenewal.Outcome.valueOf(outcome),
                rs.getObject("new_version", Integer.class), instant(rs, "ended_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
