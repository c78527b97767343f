package jp.michishirube.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signatures and objections as the page shows them. */
@Repository
class Signatures {

    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param way SCREEN or PAPER */
    record Signature(int version, String way, String signer, String signerName, String relation, String witness, LocalDate signedOn,
                     String recordedName, Instant recordedAt) {}

    record Objection(int version, String reason, String recordedName, Instant recordedAt) {}

    Optional<Signature> of(CaseId caseId, int version) {
        return jdbc.sql("""
                select version, way, signer, signer_name, relation, witness, signed_on, recorded_name, recorded_at
                from signing.signature where case_id = ? and version = ?
                """).params(caseId.value(), version)
                .query((rs, n) -> new Signature(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5),
                        rs.getString(6), rs.getObject(7, LocalDate.class), rs.getString(8), rs.getTimestamp(9).toInstant())).optional();
    }

    /** Newest first. */
    List<Objection> objections(CaseId caseId) {
        return jdbc.sql("select version, reason, recorded_name, recorded_at from signing.objection where case_id = ? order by id desc")
                .param(caseId.value())
                .query((rs, n) -> new Objection(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getTimestamp(4).toInstant())).list();
    }
}
