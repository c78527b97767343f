package jp.michishirube.signing;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.document.Printed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed plans. Rows are added and never changed; of one that was erased only the hashes remain, and it is in no answer here. */
@Repository
public class SealedDocuments {

    private static final String SELECT = "select id, version, kind, sha256, content_hash, box, content from signing.sealed_document"
            + " where erased_at is null and case_id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    SealedDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest version's document, with the signature once it is signed. */
    public Optional<SealedDocument> latest(CaseId caseId) {
        return jdbc.sql(SELECT + " order by version desc, id desc limit 1").param(caseId.value()).query((rs, n) -> document(rs)).optional();
    }

    /** The same without its content, which is some hundred kilobytes. */
    public Optional<Integer> latestVersion(CaseId caseId) {
        return jdbc.sql("select version from signing.sealed_document where erased_at is null and case_id = ? order by version desc limit 1").param(caseId.value())
                .query(Integer.class).optional();
    }

    public Optional<SealedDocument> version(CaseId caseId, int version) {
        return jdbc.sql(SELECT + " and version = ? order by id desc limit 1").params(caseId.value(), version)
                .query((rs, n) -> document(rs)).optional();
    }

    long add(CaseId caseId, int version, boolean signed, byte[] content, String contentHash, Printed.Box box) {
        String place = box == null ? null : "%d %s %s %s %s".formatted(box.page(), box.x(), box.y(), box.w(), box.h());
        return jdbc.sql("""
                insert into signing.sealed_document (case_id, version, kind, sha256, content_hash, content, box, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(caseId.value(), version, signed ? "SIGNED" : "SEALED", Hashes.sha256(content), contentHash, content, place,
                        clock.instant().atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime())
                .query(Long.class).single();
    }

    private static SealedDocument document(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new SealedDocument(rs.getLong("id"), rs.getInt("version"), "SIGNED".equals(rs.getString("kind")), rs.getString("sha256"),
                rs.getString("content_hash"), box(rs.getString("box")), rs.getBytes("content"));
    }

    private static Printed.Box box(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ");
        return new Printed.Box(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
    }
}
