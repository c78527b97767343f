package jp.michishirube.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem {@code already-decided} (409) when that submission has its decision */
    void decide(CaseId caseId, Round round) {
        int rows = jdbc.sql("""
                insert into review.round (case_id, version, decision, note, opens_all, decided_by, decided_by_name, decided_at)
                values (:case, :version, :decision, :note, :all, :by, :name, :at) on conflict do nothing
                """)
                .param("case", caseId.value()).param("version", round.version()).param("decision", round.decision().name())
                .param("note", round.note()).param("all", round.opensAll()).param("by", round.by()).param("name", round.byName())
                .param("at", Timestamp.from(round.at())).update();
        if (rows == 0) {
            throw Problem.conflict("already-decided", round.version());
        }
    }

    /** Oldest first. */
    List<Round> of(CaseId caseId) {
        return jdbc.sql("select * from review.round where case_id = ? order by version").param(caseId.value())
                .query(Rounds::round).list();
    }

    Optional<Round> of(CaseId caseId, int version) {
        return jdbc.sql("select * from review.round where case_id = ? and version = ?").param(caseId.value()).param(version)
                .query(Rounds::round).optional();
    }

    void confirm(CaseId caseId, int version, String note, Person by, Instant at) {
        int rows = jdbc.sql("""
                insert into review.confirmation (case_id, version, note, made_by, made_by_name, made_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(caseId.value(), version, note, by.id(), by.name(), Timestamp.from(at)).update();
        if (rows == 0) {
            throw Problem.conflict("already-decided", version);
        }
    }

    Optional<Confirmation> confirmation(CaseId caseId, int version) {
        return jdbc.sql("select * from review.confirmation where case_id = ? and version = ?").param(caseId.value()).param(version)
                .query((rs, n) -> new Confirmation(rs.getString("made_by_name"), rs.getString("note"),
                        rs.getTimestamp("made_at").toInstant())).optional();
    }

    record Confirmation(String byName, String note, Instant at) {}

    private static Round round(ResultSet rs, int n) throws SQLException {
        return new Round(rs.getInt("version"), Round.Decision.valueOf(rs.getString("decision")), rs.getString("note"),
                rs.getBoolean("opens_all"), rs.getString("decided_by"), rs.getString("decided_by_name"),
                rs.getTimestamp("decided_at").toInstant());
    }
}
