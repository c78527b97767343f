package jp.michishirube.consent.record;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Hash;
import jp.michishirube.consent.rule.Sql;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.Upload;
import jp.michishirube.upload.UploadJudge;
import jp.michishirube.upload.UploadRefused;
import jp.michishirube.upload.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scans of signed papers, as {@code upload} judges them. */
@Repository
public class Scans {

    public static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final Wanted PAPER = Wanted.paper(MAX_BYTES);

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final UploadJudge judge;
    private final Clock clock;

    Scans(JdbcClient jdbc, WhoAmI who, UploadJudge judge, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.judge = judge;
        this.clock = clock;
    }

    public record Scan(String mediaType, byte[] content) {}

    long keep(CaseId caseId, byte[] content) {
        Person me = who.orProcess();
        Upload scan = judged(content);
        return jdbc.sql("""
                insert into consent.scan (case_id, media_type, sha256, content, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?) returning id
                """)
                .params(caseId.value(), scan.kind().mediaType(), Hash.sha256(scan.content()), scan.content(), me.id(),
                        Sql.time(clock.instant()))
                .query(Long.class).single();
    }

    public Optional<Scan> find(CaseId caseId, long id) {
        return jdbc.sql("select media_type, content from consent.scan where id = ? and case_id = ?").params(id, caseId.value())
                .query((rs, n) -> new Scan(rs.getString(1), rs.getBytes(2))).optional();
    }

    /** By which the signed paper proves to be the one of that record. */
    public String sha256(long id) {
        return jdbc.sql("select sha256 from consent.scan where id = ?").param(id).query(String.class).single();
    }

    /**
     * @return the kind of the field's problem: {@code scan-type} for anything but a PDF with a page, a PNG or a JPEG that opens, or why such
     *         a file is not taken; empty for a scan that may be kept
     * @throws Problem {@code scan-too-large} (413) over 10 MB
     */
    static Optional<String> refusal(byte[] content) {
        try {
            UploadJudge.look(content, PAPER);
            return Optional.empty();
        } catch (UploadRefused e) {
            return switch (e.reason()) {
                case TOO_LARGE -> throw Problem.tooLarge("scan-too-large");
                case NOT_ACCEPTED, DAMAGED -> Optional.of("scan-type");
                default -> Optional.of(e.reason().kind());
            };
        }
    }

    private Upload judged(byte[] content) {
        try {
            return judge.judge(content, PAPER);
        } catch (UploadRefused e) {
            throw e.reason() == UploadRefused.Reason.NOT_SCANNED ? Problem.unavailable(e.reason().kind())
                    : Problem.invalid("consent-invalid", List.of(new FieldProblem("scan", e.reason().kind())));
        }
    }
}
