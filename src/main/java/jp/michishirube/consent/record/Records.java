package jp.michishirube.consent.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Sql;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.StandingFacts;
import jp.michishirube.consent.rule.Standings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only records; each append moves the projection in the same transaction. */
@Repository
public class Records {

    private final JdbcClient jdbc;
    private final Standings standings;

    Records(JdbcClient jdbc, Standings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    public long append(ConsentEvent e) {
        ConsentEvent.Giver giver = e.giver();
        long id = jdbc.sql("""
                insert into consent.record (act, resident_id, case_id, purpose, event_type, event_time, valid_until, notice_id,
                    notice_version, notice_language, notice_sha256, items, recipients, provider, receiver, reader_ground, given_by,
                    giver_name, relation, giver_ground, channel, witness, explained_by, scan_id, prior_record, reason, message_id,
                    recorded_by, recorder_name, recorded_at)
                values (:act, :resident, :case, :purpose, :type, :at, :until, :notice, :version, :language, :hash, :items, :recipients,
                    :provider, :receiver, :readerGround, :givenBy, :giver, :relation, :giverGround, :channel, :witness, :explainedBy,
                    :scan, :prior, :reason, :message, :by, :byName, :recordedAt)
                returning id
                """)
                .param("act", e.act()).param("resident", e.residentId()).param("case", e.caseId()).param("purpose", e.purpose().name())
                .param("type", e.type().name()).param("at", Sql.time(e.at())).param("until", Sql.time(e.validUntil()))
                .param("notice", e.notice() == null ? null : e.notice().id())
                .param("version", e.notice() == null ? null : e.notice().version())
                .param("language", e.notice() == null ? null : e.notice().language()).param("hash", e.noticeHash())
                .param("items", e.items().stream().sorted().toArray(String[]::new)).param("recipients", Sql.names(e.recipients()))
                .param("provider", e.provider()).param("receiver", e.receiver()).param("readerGround", e.readerGround())
                .param("givenBy", giver == null ? null : giver.by().name()).param("giver", giver == null ? null : giver.name())
                .param("relation", giver == null ? null : giver.relation()).param("giverGround", giver == null ? null : giver.ground())
                .param("channel", giver == null || giver.channel() == null ? null : giver.channel().name())
                .param("witness", giver == null ? null : giver.witness())
                .param("explainedBy", giver == null ? null : giver.explainedBy()).param("scan", e.scanId()).param("prior", e.prior())
                .param("reason", e.reason()).param("message", e.messageId()).param("by", e.recorder().id())
                .param("byName", e.recorder().name()).param("recordedAt", Sql.time(e.recorder().at()))
                .query(Long.class).single();
        Standing decision = e.standing();
        standings.take(e.residentId(), e.purpose(), new Standing(id, decision.state(), decision.since(), decision.validUntil(),
                decision.recipients(), decision.items(), decision.notice()));
        return id;
    }

    public Optional<ConsentEvent> find(long id) {
        return jdbc.sql("select * from consent.record where id = ?").param(id).query((rs, n) -> event(rs)).optional();
    }

    /** Newest first. */
    public List<ConsentEvent> of(long residentId) {
        return jdbc.sql("select * from consent.record where resident_id = ? order by event_time desc, id desc").param(residentId)
                .query((rs, n) -> event(rs)).list();
    }

    private static ConsentEvent event(ResultSet rs) throws SQLException {
        String by = rs.getString("given_by");
        String channel = rs.getString("channel");
        return new ConsentEvent(rs.getLong("id"), rs.getObject("act", UUID.class), rs.getLong("resident_id"),
                rs.getObject("case_id", Long.class), Purpose.valueOf(rs.getString("purpose")),
                EventType.valueOf(rs.getString("event_type")), StandingFacts.instant(rs, "event_time"),
                StandingFacts.instant(rs, "valid_until"),
                NoticeRef.orNull(rs.getString("notice_id"), rs.getInt("notice_version"), rs.getString("notice_language")),
                rs.getString("notice_sha256"), StandingFacts.texts(rs.getArray("items")),
                StandingFacts.texts(rs.getArray("recipients")).stream().map(Party.Kind::valueOf).collect(Collectors.toSet()),
                rs.getString("provider"), rs.getString("receiver"), rs.getString("reader_ground"),
                by == null ? null : new ConsentEvent.Giver(GivenBy.valueOf(by), rs.getString("giver_name"), rs.getString("relation"),
                        rs.getString("giver_ground"), channel == null ? null : Channel.valueOf(channel), rs.getString("witness"),
                        rs.getString("explained_by")),
                rs.getObject("scan_id", Long.class), rs.getObject("prior_record", Long.class), rs.getString("reason"),
                rs.getString("message_id"),
                new ConsentEvent.Recorder(rs.getString("recorded_by"), rs.getString("recorder_name"),
                        StandingFacts.instant(rs, "recorded_at")));
    }
}
