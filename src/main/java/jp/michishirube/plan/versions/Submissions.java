package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.kept.PlanJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** The plans as they were handed in. */
@Repository
@NamedInterface("versions")
public class Submissions {

    private static final String ERASED = "（同意の取りやめにより消しました）";

    /** With what the city wrote last in its own section, of this version or one before. */
    private static final String READ = """
            select s.*, c.answers as city_answers, c.provenance as city_provenance from plan.submission s
            left join lateral (select answers, provenance from plan.city_section e where e.case_id = s.case_id and e.version <= s.version
                               order by e.version desc limit 1) c on true
            """;

    private final JdbcClient jdbc;
    private final PlanJson json;
    private final AnnouncedErasing erasing;

    Submissions(JdbcClient jdbc, PlanJson json, AnnouncedErasing erasing) {
        this.jdbc = jdbc;
        this.json = json;
        this.erasing = erasing;
    }

    public Optional<Submission> latest(CaseId caseId) {
        return jdbc.sql(READ + "where s.case_id = ? order by s.version desc limit 1").param(caseId.value())
                .query((rs, n) -> submission(rs)).optional();
    }

    /** Of many in one read: the version that came into force last; while none did, the one handed in last. */
    Map<CaseId, Submission> inForce(Collection<CaseId> cases) {
        Map<CaseId, Submission> all = new HashMap<>();
        jdbc.sql(READ + "where (s.case_id, s.version) in (select x.case_id, coalesce((select f.version from plan.in_force f where f.case_id = x.case_id order by f.id desc limit 1), max(x.version))"
                + " from plan.submission x where x.case_id = any(?) group by x.case_id)")
                .param(cases.stream().map(CaseId::value).toArray(Long[]::new)).query(rs -> {
                    all.put(new CaseId(rs.getLong("case_id")), submission(rs));
                });
        return all;
    }

    public Optional<Submission> version(CaseId caseId, int version) {
        return jdbc.sql(READ + "where s.case_id = ? and s.version = ?").param(caseId.value()).param(version)
                .query((rs, n) -> submission(rs)).optional();
    }

    /** Oldest first. */
    public List<Submission> of(CaseId caseId) {
        return jdbc.sql(READ + "where s.case_id = ? order by s.version").param(caseId.value())
                .query((rs, n) -> submission(rs)).list();
    }

    /** The warnings that stood when the version was handed in, with the office's comment: for the reviewer. */
    public Optional<HandedInWith> handedInWith(CaseId caseId, int version) {
        return jdbc.sql("select findings, comment, by_name from plan.submission where case_id = ? and version = ?")
                .param(caseId.value()).param(version)
                .query((rs, n) -> new HandedInWith(json.read(rs.getString(1)), rs.getString(2), rs.getString(3))).optional();
    }

    /**
     * @param findings array of {@code {"pointer", "rule", "message"}}
     * @param comment  what the office says to them
     * @param byName   name of who handed it in, as known then
     */
    @NamedInterface("versions")
    public record HandedInWith(com.fasterxml.jackson.databind.JsonNode findings, String comment, String byName) {}

    public void add(CaseId caseId, Submission s, String byName, String findings, String comment) {
        jdbc.sql("""
                insert into plan.submission (case_id, version, form_version, answers, provenance, findings, comment, submitted_at, submitted_by, by_name)
                values (:case, :version, :form, :answers::jsonb, :provenance::jsonb, :findings::jsonb, :comment, :at, :by, :name)
                """)
                .param("case", caseId.value()).param("version", s.version()).param("form", s.formVersion())
                .param("answers", s.answers().toString()).param("provenance", s.provenance().toString()).param("findings", findings)
                .param("comment", comment).param("at", s.at().atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime())
                .param("by", s.by()).param("name", byName).update();
    }

    /**
     * Puts what is left of a version in its place; warnings and comment that speak of what went go too.
     *
     * @return SHA-256 of what there was
     */
    public String redact(CaseId caseId, Submission left, List<String> gone, ErasedWords words) {
        ContentErased erased = new ContentErased(caseId, false, java.util.Set.copyOf(gone), words);
        HandedInWith with = handedInWith(caseId, left.version()).orElseThrow();
        com.fasterxml.jackson.databind.node.ArrayNode findings = left.answers().arrayNode();
        with.findings().forEach(f -> {
            if (!erased.concerns(f.path("pointer").asText(), f.path("message").asText())) {
                findings.add(f);
            }
        });
        return replace(caseId, left, findings.toString(), words.quotedIn(with.comment()) ? ERASED : with.comment());
    }

    /** @return SHA-256 of what there was */
    public String empty(CaseId caseId, Submission s) {
        return replace(caseId, new Submission(s.version(), s.answers().objectNode(), s.answers().objectNode(), s.at(), s.by(), s.formVersion()), "[]", "");
    }

    private String replace(CaseId caseId, Submission left, String findings, String comment) {
        String former = jdbc.sql("""
                select encode(sha256(convert_to(answers::text || provenance::text, 'UTF8')), 'hex') from plan.submission
                where case_id = ? and version = ?
                """).params(caseId.value(), left.version()).query(String.class).single();
        erasing.run(() -> jdbc.sql("""
                update plan.submission set answers = ?::jsonb, provenance = ?::jsonb, findings = ?::jsonb, comment = ?
                where case_id = ? and version = ?
                """).params(left.answers().toString(), left.provenance().toString(), findings, comment, caseId.value(), left.version()).update());
        return former;
    }

    private Submission submission(java.sql.ResultSet rs) throws java.sql.SQLException {
        ObjectNode answers = json.object(rs.getString("answers"));
        ObjectNode provenance = json.object(rs.getString("provenance"));
        if (rs.getString("city_answers") != null) {
            answers.setAll(json.object(rs.getString("city_answers")));
            provenance.setAll(json.object(rs.getString("city_provenance")));
        }
        return new Submission(rs.getInt("version"), answers, provenance,
                rs.getTimestamp("submitted_at").toInstant(), rs.getString("submitted_by"), rs.getString("form_version"));
    }
}
