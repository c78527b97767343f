package jp.michishirube.sharing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.Answer;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the new delivery; empty when that version was begun for that recipient that way before */
    Optional<Long> begin(CaseId caseId, int version, Recipient to) {
        String partyKey = to.party().key() == null ? "" : to.party().key();
        String key = UUID.nameUUIDFromBytes((caseId.value() + "|" + version + "|" + to.party().kind() + "|" + partyKey + "|" + to.channel())
                .getBytes(StandardCharsets.UTF_8)).toString();
        return jdbc.sql("""
                insert into sharing.delivery (case_id, version, party_kind, party_key, party_area, party_name, channel, delivery_key,
                    state, created_at)
                values (:case, :version, :kind, :party, :area, :name, :channel, :key, 'WAITING', :at)
                on conflict do nothing returning id
                """)
                .param("case", caseId.value()).param("version", version).param("kind", to.party().kind().name())
                .param("party", partyKey).param("area", to.party().area(), Types.VARCHAR).param("name", to.name())
                .param("channel", to.channel().name()).param("key", key).param("at", OffsetDateTime.now(clock))
                .query(Long.class).optional();
    }

    /** Null for an unknown one; reads nothing else of it. */
    CaseId caseOf(long id) {
        return jdbc.sql("select case_id from sharing.delivery where id = ?").param(id).query((rs, n) -> new CaseId(rs.getLong(1))).optional().orElse(null);
    }

    /** The delivery, kept from others until the transaction ends. */
    Delivery lock(long id) {
        return jdbc.sql("select * from sharing.delivery where id = ? for update").param(id).query((rs, n) -> delivery(rs)).single();
    }

    Optional<Delivery> find(CaseId caseId, long id) {
        return jdbc.sql("select * from sharing.delivery where id = ? and case_id = ?").params(id, caseId.value())
                .query((rs, n) -> delivery(rs)).optional();
    }

    List<Delivery> of(CaseId caseId) {
        return jdbc.sql("select * from sharing.delivery where case_id = ? order by version desc, id").param(caseId.value())
                .query((rs, n) -> delivery(rs)).list();
    }

    /** The newest version that the recipient may read on our pages now. */
    Optional<Delivery> readableBy(CaseId caseId, Party party) {
        return of(caseId).stream().filter(d -> d.recipient().party().kind() == party.kind() && Objects.equals(d.recipient().party().key(), party.key()))
                .filter(d -> d.recipient().channel() == Recipient.Channel.PAGE && d.state() == Delivery.State.DELIVERED).findFirst();
    }

    /** The newest delivery that recipient holds of the case. */
    Optional<Delivery> heldBy(CaseId caseId, Party party) {
        return jdbc.sql("""
                select * from sharing.delivery where case_id = ? and party_kind = ? and party_key = ? and state = 'DELIVERED'
                order by version desc limit 1
                """).params(caseId.value(), party.kind().name(), party.key() == null ? "" : party.key())
                .query((rs, n) -> delivery(rs)).optional();
    }

    /** Everything that is with a recipient or lies ready for one, a page at a time. Ids alone: one that cannot be read must not hide the others. */
    List<Long> standingAfter(long id, int atMost) {
        return jdbc.sql("select id from sharing.delivery where state in ('READY', 'DELIVERED') and id > ? order by id limit ?").params(id, atMost)
                .query(Long.class).list();
    }

    Delivery get(long id) {
        return jdbc.sql("select * from sharing.delivery where id = ?").param(id).query((rs, n) -> delivery(rs)).single();
    }

    /** Recalls that no receiver has confirmed yet. */
    List<Long> unconfirmed() {
        return jdbc.sql("select id from sharing.delivery where state = 'RECALLING' order by id").query(Long.class).list();
    }

    /** The same of some cases, where the receiver itself must confirm. @return how many by case */
    Map<CaseId, Integer> unconfirmed(Collection<CaseId> cases) {
        Map<CaseId, Integer> open = new HashMap<>();
        jdbc.sql("select case_id, count(*) as n from sharing.delivery where state = 'RECALLING'"
                + " and channel = 'CARE_CIRCLE_APP' and case_id in (:cases) group by case_id")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .query(rs -> { open.put(new CaseId(rs.getLong("case_id")), rs.getInt("n")); });
        return open;
    }

    void answered(long id, Answer answer, Delivery.State state) {
        jdbc.sql("update sharing.delivery set state = :state, ground = :ground, record_id = :record, fields = :fields where id = :id")
                .param("state", state.name()).param("ground", answer.ground().name()).param("record", answer.recordId(), Types.BIGINT)
                .param("fields", new TreeSet<>(answer.fields()).toArray(String[]::new)).param("id", id).update();
    }

    void state(long id, Delivery.State state) {
        jdbc.sql("""
                update sharing.delivery set state = :state,
                    delivered_at = case when :state = 'DELIVERED' then :at else delivered_at end,
                    recalled_at = case when :state = 'RECALLED' then :at else recalled_at end
                where id = :id
                """).param("state", state.name()).param("at", OffsetDateTime.now(clock)).param("id", id).update();
    }

    /** A copy was handed over. @return whether it is the first */
    boolean handed(long id) {
        return jdbc.sql("update sharing.delivery set handed_at = ? where id = ? and handed_at is null").params(OffsetDateTime.now(clock), id).update() == 1;
    }

    void paperBack(long id) {
        jdbc.sql("update sharing.delivery set paper_back_at = ? where id = ?").params(OffsetDateTime.now(clock), id).update();
    }

    private static Delivery delivery(ResultSet rs) throws SQLException {
        Party.Kind kind = Party.Kind.valueOf(rs.getString("party_kind"));
        String partyKey = rs.getString("party_key");
        String ground = rs.getString("ground");
        Recipient recipient = new Recipient(new Party(kind, partyKey.isEmpty() ? null : partyKey, rs.getString("party_area")),
                rs.getString("party_name"), Recipient.letterOf(kind), Recipient.Channel.valueOf(rs.getString("channel")));
        return new Delivery(rs.getLong("id"), new CaseId(rs.getLong("case_id")), rs.getInt("version"), recipient,
                rs.getString("delivery_key"), Delivery.State.valueOf(rs.getString("state")),
                ground == null ? null : Ground.valueOf(ground), rs.getObject("record_id", Long.class),
                Set.of((String[]) rs.getArray("fields").getArray()), instant(rs.getTimestamp("delivered_at")),
                instant(rs.getTimestamp("recalled_at")), instant(rs.getTimestamp("paper_back_at")), instant(rs.getTimestamp("handed_at")));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
