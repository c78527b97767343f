package jp.michishirube.plan.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.kept.PlanJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** The plans being written: one per case, from the first linked fact on. */
@Repository
@NamedInterface("draft")
public class Drafts {

    private final JdbcClient jdbc;
    private final PlanJson json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, PlanJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Draft> find(CaseId caseId) {
        return jdbc.sql("select * from plan.draft where case_id = ?").param(caseId.value()).query((rs, n) -> draft(rs)).optional();
    }

    /** Creates the empty draft if there is none, and keeps others from changing it until the transaction ends. */
    public Draft lock(CaseId caseId, String formVersion, String by) {
        jdbc.sql("""
                insert into plan.draft (case_id, form_version, saved_at, saved_by) values (?, ?, ?, ?) on conflict (case_id) do nothing
                """)
                .param(caseId.value()).param(formVersion).param(OffsetDateTime.now(clock)).param(by).update();
        return lock(caseId).orElseThrow();
    }

    public Optional<Draft> lock(CaseId caseId) {
        return jdbc.sql("select * from plan.draft where case_id = ? for update").param(caseId.value()).query((rs, n) -> draft(rs)).optional();
    }

    public void store(Draft draft) {
        jdbc.sql("""
                update plan.draft set form_version = :form, answers = :answers::jsonb, provenance = :provenance::jsonb, version = :version,
                    log_floor = :floor, linked_items = :linked, all_items = :all, saved_at = :at, saved_by = :by
                where case_id = :case
                """)
                .param("form", draft.formVersion()).param("answers", draft.answers().toString())
                .param("provenance", draft.provenance().toString()).param("version", draft.version()).param("floor", draft.logFloor())
                .param("linked", draft.linkedItems()).param("all", draft.allItems()).param("at", OffsetDateTime.ofInstant(draft.savedAt(), clock.getZone()))
                .param("by", draft.savedBy()).param("case", draft.caseId().value()).update();
    }

    /** @param changes {@code {address: {"before": …, "after": …}}} */
    void log(CaseId caseId, long version, String changes, String by, String byName) {
        jdbc.sql("insert into plan.draft_save (case_id, version, changes, by_id, by_name, at) values (?, ?, ?::jsonb, ?, ?, ?)")
                .param(caseId.value()).param(version).param(changes).param(by).param(byName).param(OffsetDateTime.now(clock)).update();
    }

    /** Saves after that version, oldest first. */
    public List<LoggedSave> savesAfter(CaseId caseId, long version) {
        return jdbc.sql("select * from plan.draft_save where case_id = ? and version > ? order by version").param(caseId.value()).param(version)
                .query((rs, n) -> new LoggedSave(rs.getLong("version"), json.read(rs.getString("changes")), rs.getString("by_id"),
                        rs.getString("by_name"))).list();
    }

    /** The log has done its work once the plan is handed in; it holds personal data and goes. */
    public void forgetSaves(CaseId caseId) {
        jdbc.sql("delete from plan.draft_save where case_id = ?").param(caseId.value()).update();
    }

    public record LoggedSave(long version, com.fasterxml.jackson.databind.JsonNode changes, String by, String byName) {}

    private Draft draft(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Draft(new CaseId(rs.getLong("case_id")), rs.getString("form_version"), json.object(rs.getString("answers")),
                json.object(rs.getString("provenance")), rs.getLong("version"), rs.getLong("log_floor"), rs.getInt("linked_items"), rs.getInt("all_items"),
                rs.getTimestamp("saved_at").toInstant(), rs.getString("saved_by"));
    }
}
