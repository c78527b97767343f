package jp.michishirube.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<Message> of(CaseId caseId) {
        Map<Long, List<Message.File>> files = new HashMap<>();
        jdbc.sql("""
                select a.id, a.message_id, a.name, a.type, a.size from review.attachment a join review.message m on m.id = a.message_id
                where m.case_id = ? order by a.id
                """).param(caseId.value())
                .query((rs, n) -> files.computeIfAbsent(rs.getLong("message_id"), id -> new ArrayList<>())
                        .add(new Message.File(rs.getLong("id"), rs.getString("name"), rs.getString("type"), rs.getInt("size")))).list();
        Map<Long, List<Message.Reader>> readers = new HashMap<>();
        jdbc.sql("""
                select r.* from review.message_read r join review.message m on m.id = r.message_id where m.case_id = ? order by r.read_at
                """).param(caseId.value())
                .query((rs, n) -> readers.computeIfAbsent(rs.getLong("message_id"), id -> new ArrayList<>())
                        .add(new Message.Reader(rs.getString("person_id"), rs.getString("person_name"), rs.getTimestamp("read_at").toInstant()))).list();
        return jdbc.sql("select * from review.message where case_id = ? order by id").param(caseId.value())
                .query((rs, n) -> new Message(rs.getLong("id"), rs.getString("pointer"), rs.getString("text"), rs.getBoolean("from_city"),
                        rs.getString("made_by"), rs.getString("made_by_name"), rs.getTimestamp("made_at").toInstant(),
                        files.getOrDefault(rs.getLong("id"), List.of()), readers.getOrDefault(rs.getLong("id"), List.of()))).list();
    }

    long add(CaseId caseId, String pointer, String text, boolean fromCity, Person by, Instant at) {
        return jdbc.sql("""
                insert into review.message (case_id, pointer, text, from_city, made_by, made_by_name, made_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """).params(caseId.value(), pointer, text, fromCity, by.id(), by.name(), Timestamp.from(at)).query(Long.class).single();
    }

    void attach(long messageId, Attachment file) {
        jdbc.sql("insert into review.attachment (message_id, name, type, size, bytes) values (?, ?, ?, ?, ?)")
                .params(messageId, file.name(), file.type(), file.bytes().length, file.bytes()).update();
    }

    Optional<Attachment> attachment(CaseId caseId, long id) {
        return jdbc.sql("""
                select a.* from review.attachment a join review.message m on m.id = a.message_id where m.case_id = ? and a.id = ?
                """).params(caseId.value(), id)
                .query((rs, n) -> new Attachment(rs.getString("name"), rs.getString("type"), rs.getBytes("bytes"))).optional();
    }

    /** Notes that the person has read all messages of the case that others wrote. */
    void read(CaseId caseId, Person reader, Instant at) {
        jdbc.sql("""
                insert into review.message_read (message_id, person_id, person_name, read_at)
                select id, ?, ?, ? from review.message where case_id = ? and made_by <> ? on conflict do nothing
                """).params(reader.id(), reader.name(), Timestamp.from(at), caseId.value(), reader.id()).update();
    }

    /** Who of the other side wrote on the case: they are told first. */
    List<String> writers(CaseId caseId, boolean fromCity) {
        return jdbc.sql("select distinct made_by from review.message where case_id = ? and from_city = ?")
                .params(caseId.value(), fromCity).query(String.class).list();
    }
}
