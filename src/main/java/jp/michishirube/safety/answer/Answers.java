package jp.michishirube.safety.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.michishirube.organization.Person;
import jp.michishirube.safety.event.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers as stored: added, struck through, never changed. */
@Repository
public class Answers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Answers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A line of the history.
     *
     * @param undone whether it was taken back
     */
    public record Line(Answer answer, Given.Channel channel, String sender, String byName, boolean undone) {}

    /** Oldest first. */
    public List<Line> of(long askedId) {
        return jdbc.sql("""
                select a.*, exists (select from safety.answer_undo u where u.answer_id = a.id) as undone from safety.answer a where a.asked_id = ? order by a.id
                """).param(askedId).query((rs, n) -> new Line(answer(rs), Given.Channel.valueOf(rs.getString("channel")), rs.getString("sender"),
                        rs.getString("by_name"), rs.getBoolean("undone"))).list();
    }

    /** What is so now; null for nothing. */
    public Said said(long askedId) {
        return jdbc.sql("select said from safety.asked where id = ? and said is not null").param(askedId).query(String.class).optional().map(Said::valueOf).orElse(null);
    }

    /** Two who tell of one person at once do it one after the other, so that neither is lost from what counts now. @return what is so until now */
    Said lock(long askedId) {
        String said = jdbc.sql("select coalesce(said, '') from safety.asked where id = ? for no key update").param(askedId).query(String.class).single();
        return said.isEmpty() ? null : Said.valueOf(said);
    }

    /** @param same whether the one that was here before said the same of the same person, in the same voice and of the same time */
    record Put(long id, boolean repeated, boolean same) {}

    Put put(Asked.Person person, Given given, Instant asOf, Instant received, Person by) {
        Optional<Long> id = jdbc.sql("""
                insert into safety.answer (event_id, asked_id, sender, sender_id, said, voice, channel, on_site, as_of, received_at, by_id, by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                """).params(person.eventId(), person.id(), given.sender(), given.senderId(), given.said().name(), given.voice().name(),
                given.channel().name(), given.onSite(), Timestamp.from(asOf), Timestamp.from(received), by.id(), by.name()).query(Long.class).optional();
        return id.map(i -> new Put(i, false, true)).orElseGet(() -> jdbc.sql("""
                select id, asked_id = :asked and said = :said and voice = :voice and on_site = :onSite and as_of = coalesce(cast(:asOf as timestamptz), received_at) as same
                from safety.answer where event_id = :event and sender = :sender and sender_id = :id
                """).param("asked", person.id()).param("said", given.said().name()).param("voice", given.voice().name()).param("onSite", given.onSite())
                .param("asOf", given.asOf() == null ? null : Timestamp.from(asOf), java.sql.Types.TIMESTAMP).param("event", person.eventId()).param("sender", given.sender())
                .param("id", given.senderId()).query((rs, n) -> new Put(rs.getLong("id"), true, rs.getBoolean("same"))).single());
    }

    boolean undo(long askedId, String sender, Person by) {
        return jdbc.sql("""
                insert into safety.answer_undo (answer_id, at, by_id, by_name)
                select a.id, ?, ?, ? from safety.answer a where a.asked_id = ? and a.sender = ?
                    and not exists (select from safety.answer_undo u where u.answer_id = a.id) order by a.id desc limit 1
                """).params(Timestamp.from(clock.instant()), by.id(), by.name(), askedId, sender).update() == 1;
    }

    /** Keeps beside the person what the answers say now. */
    Present follow(long askedId) {
        Present present = Present.of(of(askedId).stream().filter(l -> !l.undone()).map(Line::answer).toList());
        Answer answer = present.answer();
        jdbc.sql("update safety.asked set said = :said, said_at = :at, said_by = :by, on_site = :onSite, disputed = :disputed where id = :id")
                .param("said", answer == null ? null : answer.said().name(), java.sql.Types.VARCHAR)
                .param("at", answer == null ? null : Timestamp.from(answer.at()), java.sql.Types.TIMESTAMP)
                .param("by", answer == null ? null : answer.voice().name(), java.sql.Types.VARCHAR)
                .param("onSite", answer != null && answer.onSite()).param("disputed", present.disputed()).param("id", askedId).update();
        return present;
    }

    private static Answer answer(ResultSet rs) throws SQLException {
        return new Answer(rs.getLong("id"), Said.valueOf(rs.getString("said")), Voice.valueOf(rs.getString("voice")), rs.getBoolean("on_site"),
                rs.getTimestamp("as_of").toInstant(), rs.getTimestamp("received_at").toInstant());
    }
}
