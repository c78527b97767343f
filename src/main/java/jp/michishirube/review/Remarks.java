package jp.michishirube.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The remarks of a case with their threads. */
@Repository
public class Remarks {

    private static final String SELECT = """
            select r.*, exists (select 1 from review.round d where d.case_id = r.case_id and d.version = r.version) as decided
            from review.remark r
            """;

    private final JdbcClient jdbc;

    Remarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All remarks ever made on the case, oldest first, with those not sent yet. */
    public List<Remark> of(CaseId caseId) {
        Map<Long, List<ThreadEntry>> threads = new HashMap<>();
        jdbc.sql("""
                select e.* from review.entry e join review.remark r on r.id = e.remark_id where r.case_id = ? order by e.id
                """).param(caseId.value())
                .query((rs, n) -> threads.computeIfAbsent(rs.getLong("remark_id"), id -> new ArrayList<>()).add(entry(rs))).list();
        return jdbc.sql(SELECT + " where r.case_id = ? order by r.id").param(caseId.value())
                .query((rs, n) -> remark(rs, threads.getOrDefault(rs.getLong("id"), List.of()))).list();
    }

    /** What the office sees: the remarks of decided submissions. */
    public List<Remark> sentOf(CaseId caseId) {
        return of(caseId).stream().filter(r -> r.state().isSent()).toList();
    }

    /** @throws Problem {@code remark-not-found} (404), also for a remark of another case */
    Remark get(CaseId caseId, long id) {
        return find(caseId, id).orElseThrow(() -> Problem.notFound("remark-not-found"));
    }

    private Optional<Remark> find(CaseId caseId, long id) {
        List<ThreadEntry> thread = jdbc.sql("select * from review.entry where remark_id = ? order by id").param(id)
                .query((rs, n) -> entry(rs)).list();
        return jdbc.sql(SELECT + " where r.case_id = ? and r.id = ?").param(caseId.value()).param(id)
                .query((rs, n) -> remark(rs, thread)).optional();
    }

    /** How many remarks on that submission are written and not taken back. */
    long written(CaseId caseId, int version) {
        return jdbc.sql("""
                select count(*) from review.remark r where r.case_id = ? and r.version = ?
                    and not exists (select 1 from review.entry e where e.remark_id = r.id and e.kind = 'WITHDRAWN')
                """).params(caseId.value(), version).query(Long.class).single();
    }

    long add(CaseId caseId, int version, String pointer, RemarkKind kind, String text, String proposed, Person by, Instant at) {
        return jdbc.sql("""
                insert into review.remark (case_id, version, pointer, kind, text, proposed, made_by, made_by_name, made_at)
                values (:case, :version, :pointer, :kind, :text, :proposed, :by, :name, :at) returning id
                """)
                .param("case", caseId.value()).param("version", version).param("pointer", pointer).param("kind", kind.name())
                .param("text", text).param("proposed", proposed).param("by", by.id()).param("name", by.name())
                .param("at", Timestamp.from(at)).query(Long.class).single();
    }

    void append(long remarkId, ThreadEntry.Kind kind, String text, Person by, boolean fromCity, Instant at) {
        jdbc.sql("""
                insert into review.entry (remark_id, kind, text, from_city, made_by, made_by_name, made_at)
                values (:remark, :kind, :text, :city, :by, :name, :at)
                """)
                .param("remark", remarkId).param("kind", kind.name()).param("text", text).param("city", fromCity)
                .param("by", by.id()).param("name", by.name()).param("at", Timestamp.from(at)).update();
    }

    private static Remark remark(ResultSet rs, List<ThreadEntry> thread) throws SQLException {
        return new Remark(rs.getLong("id"), new CaseId(rs.getLong("case_id")), rs.getInt("version"), rs.getString("pointer"),
                RemarkKind.valueOf(rs.getString("kind")), rs.getString("text"), rs.getString("proposed"), rs.getString("made_by"),
                rs.getString("made_by_name"), rs.getTimestamp("made_at").toInstant(), rs.getBoolean("decided"), thread);
    }

    private static ThreadEntry entry(ResultSet rs) throws SQLException {
        return new ThreadEntry(rs.getLong("id"), ThreadEntry.Kind.valueOf(rs.getString("kind")), rs.getString("text"),
                rs.getBoolean("from_city"), rs.getString("made_by"), rs.getString("made_by_name"), rs.getTimestamp("made_at").toInstant());
    }
}
