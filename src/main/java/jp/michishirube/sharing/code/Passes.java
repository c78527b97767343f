package jp.michishirube.sharing.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Passes {

    /** So many wrong codes in a row lock a pass for good: its holder gets another. */
    static final int WRONG_CODES = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Passes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param codeHash null for a kind that asks for none */
    record Kept(Pass pass, byte[] codeHash, int wrong) {}

    long put(PassKind kind, Holder holder, String scope, Instant ends, String by, byte[] hash, byte[] codeHash) {
        return jdbc.sql("""
                insert into sharing.pass (kind, holder_kind, holder_key, scope, hash, code_hash, made_at, made_by, ends_at)
                values (:kind, :holderKind, :holder, :scope, :hash, :codeHash, :at, :by, :ends) returning id
                """).param("kind", kind.name()).param("holderKind", holder.kind().name()).param("holder", holder.key()).param("scope", scope)
                .param("hash", hash).param("codeHash", codeHash, java.sql.Types.BINARY).param("at", now()).param("by", by)
                .param("ends", Timestamp.from(ends)).query(Long.class).single();
    }

    /** The same for many, without codes. @return their ids by hash, as hexadecimal digits */
    Map<String, Long> put(PassKind kind, List<Holder> holders, String scope, Instant ends, String by, List<byte[]> hashes) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
                insert into sharing.pass (kind, holder_kind, holder_key, scope, hash, made_at, made_by, ends_at)
                select :kind, h.kind, h.key, :scope, decode(h.hash, 'hex'), :at, :by, :ends from unnest(:kinds, :keys, :hashes) h (kind, key, hash) returning encode(hash, 'hex'), id
                """).param("kind", kind.name()).param("scope", scope).param("at", now()).param("by", by).param("ends", Timestamp.from(ends))
                .param("kinds", holders.stream().map(h -> h.kind().name()).toArray(String[]::new)).param("keys", holders.stream().map(Holder::key).toArray(String[]::new))
                .param("hashes", hashes.stream().map(HexFormat.of()::formatHex).toArray(String[]::new)).query(rs -> {
                    ids.put(rs.getString(1), rs.getLong(2));
                });
        return ids;
    }

    Optional<Pass> find(byte[] hash) {
        return jdbc.sql("select * from sharing.pass where hash = ?").param(hash).query((rs, n) -> pass(rs)).optional();
    }

    Optional<Pass> find(long id) {
        return jdbc.sql("select * from sharing.pass where id = ?").param(id).query((rs, n) -> pass(rs)).optional();
    }

    /** Kept from others until the transaction ends: a hundred tries at once are still counted one by one. */
    Optional<Kept> lock(byte[] hash) {
        return jdbc.sql("select * from sharing.pass where hash = ? for update").param(hash)
                .query((rs, n) -> new Kept(pass(rs), rs.getBytes("code_hash"), rs.getInt("wrong"))).optional();
    }

    void wrong(long id, int times) {
        jdbc.sql("update sharing.pass set wrong = :times, locked_at = case when :times >= :most then cast(:at as timestamptz) else locked_at end where id = :id")
                .param("times", times).param("most", WRONG_CODES).param("at", now()).param("id", id).update();
    }

    void opened(Pass pass) {
        jdbc.sql("""
                update sharing.pass set wrong = 0, opened_at = coalesce(opened_at, :at),
                    used_at = case when :once then cast(:at as timestamptz) else used_at end where id = :id
                """).param("at", now()).param("once", pass.kind().isOnce()).param("id", pass.id()).update();
    }

    /** And the codes that were sent: one that lies on the former telephone would open for ten minutes more. */
    void endVisits(PassKind kind, String scope) {
        jdbc.sql("update sharing.sign_in_code set ends_at = ? where ends_at > ? and pass_id in (select id from sharing.pass where kind = ? and scope = ?)")
                .params(now(), now(), kind.name(), scope).update();
        jdbc.sql("delete from sharing.visit where pass_id in (select id from sharing.pass where kind = ? and scope = ?)").params(kind.name(), scope).update();
    }

    /** @return how many were still open */
    int revoke(String where, Object... params) {
        jdbc.sql("delete from sharing.visit where pass_id in (select id from sharing.pass where " + where + ")").params(params).update();
        Object[] all = new Object[params.length + 1];
        all[0] = now();
        System.arraycopy(params, 0, all, 1, params.length);
        return jdbc.sql("update sharing.pass set revoked_at = ? where revoked_at is null and " + where).params(all).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Pass pass(ResultSet rs) throws SQLException {
        Instant ends = rs.getTimestamp("ends_at").toInstant();
        Pass.State state = rs.getTimestamp("revoked_at") != null ? Pass.State.REVOKED : rs.getTimestamp("locked_at") != null ? Pass.State.LOCKED
                : !clock.instant().isBefore(ends) ? Pass.State.EXPIRED : rs.getTimestamp("used_at") != null ? Pass.State.USED : Pass.State.OPEN;
        Timestamp opened = rs.getTimestamp("opened_at");
        return new Pass(rs.getLong("id"), PassKind.valueOf(rs.getString("kind")),
                new Holder(Holder.Kind.valueOf(rs.getString("holder_kind")), rs.getString("holder_key")), rs.getString("scope"),
                rs.getTimestamp("made_at").toInstant(), ends, opened == null ? null : opened.toInstant(), state);
    }
}
