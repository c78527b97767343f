package jp.michishirube.plan.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** Photos, drawings and files of a plan; kept in the database beside it. */
@Repository
@NamedInterface("files")
public class Attachments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param mediaType what the content is, not what its sender called it */
    @NamedInterface("files")
    public record Attachment(long id, String name, String mediaType, byte[] content) {}

    public long add(CaseId caseId, String name, String mediaType, byte[] content, String by) {
        return jdbc.sql("""
                insert into plan.attachment (case_id, name, media_type, size, content, added_at, added_by)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .param(caseId.value()).param(name).param(mediaType).param(content.length).param(content).param(OffsetDateTime.now(clock)).param(by)
                .query(Long.class).single();
    }

    /** @return empty also for a file of another case */
    public Optional<Attachment> find(CaseId caseId, long id) {
        return jdbc.sql("select id, name, media_type, content from plan.attachment where case_id = ? and id = ?").param(caseId.value()).param(id)
                .query((rs, n) -> new Attachment(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getBytes(4))).optional();
    }

    /** The answer that stands for the file. */
    public Optional<ObjectNode> describe(CaseId caseId, long id) {
        return jdbc.sql("select id, name, media_type from plan.attachment where case_id = ? and id = ?").param(caseId.value()).param(id)
                .query((rs, n) -> JsonNodeFactory.instance.objectNode().put("file", rs.getLong(1)).put("name", rs.getString(2)).put("type", rs.getString(3)))
                .optional();
    }
}
