package jp.michishirube.plan.versions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 市記入欄: the city's own answers to a version, kept beside what the office handed in. {@link Submissions} reads both as one plan. */
@Repository
public class CitySections {

    private final JdbcClient jdbc;

    CitySections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often the city wrote in that version: a page posts the number it saw. */
    public int edits(CaseId caseId, int version) {
        return jdbc.sql("select edits from plan.city_section where case_id = ? and version = ?").params(caseId.value(), version)
                .query(Integer.class).optional().orElse(0);
    }

    /**
     * @param answers    of the city's sections alone, by their key
     * @param provenance of those answers, by address
     */
    public void write(CaseId caseId, int version, ObjectNode answers, ObjectNode provenance, Instant at, String by) {
        jdbc.sql("""
                insert into plan.city_section (case_id, version, answers, provenance, edits, written_at, written_by)
                values (?, ?, ?::jsonb, ?::jsonb, 1, ?, ?)
                on conflict (case_id, version) do update set answers = excluded.answers, provenance = excluded.provenance,
                    edits = city_section.edits + 1, written_at = excluded.written_at, written_by = excluded.written_by
                """).params(caseId.value(), version, answers.toString(), provenance.toString(), at.atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime(), by)
                .update();
    }
}
