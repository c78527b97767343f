package jp.michishirube.sharing.leader;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.sharing.paper.Copy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of what leaders have on paper. */
@Repository
class Papers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Papers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum What {
        /** The sheet for signing in. */
        CODE,
        /** A list of residents. */
        LIST
    }

    /**
     * @param no     within the term, printed on it
     * @param people   how many a list names; null for others
     * @param shown    numbers of the cases of those whom it names; null for one of which that was not kept
     * @param outdated since when it names somebody who may not be shown any more; null for none
     */
    record Paper(long id, long leaderId, int no, What what, Integer people, Set<String> shown, Instant outdated, Instant printedAt, Instant handedAt, Instant endedAt, Copy.Ended ended) {

        public Copy.State state() {
            return ended != null ? Copy.State.valueOf(ended.name()) : handedAt != null ? Copy.State.HANDED : Copy.State.PRINTED;
        }

        /** Nobody withdrew, left or came under protection whom it names, as far as is known. */
        boolean isUpToDate() {
            return shown != null && outdated == null;
        }

        /** It names somebody who may not be shown any more, and lies with the leader. */
        public boolean isToComeBack() {
            return outdated != null && (state() == Copy.State.HANDED || state() == Copy.State.LOST);
        }

        /** By which it is spoken of. */
        public String mark() {
            return "L" + leaderId + "-" + no;
        }
    }

    /** Keeps others from printing for the same leader until the transaction ends: the leader's row is locked before. */
    int nextNumber(long leaderId) {
        return jdbc.sql("select coalesce(max(no), 0) + 1 from sharing.leader_paper where leader_id = ?").param(leaderId).query(Integer.class).single();
    }

    /** @param shown whom a list names, by their cases' numbers; null for others */
    void printed(long leaderId, int no, What what, Set<String> shown, String by) {
        jdbc.sql("insert into sharing.leader_paper (leader_id, no, what, people, shown, printed_at, printed_by) values (:leader, :no, :what, :people, :shown, :at, :by)").param("leader", leaderId)
                .param("no", no).param("what", what.name()).param("people", shown == null ? null : shown.size(), java.sql.Types.INTEGER)
                .param("shown", shown == null ? null : shown.toArray(String[]::new), java.sql.Types.ARRAY).param("at", now()).param("by", by).update();
    }

    /** @return whether one of those lists lies with a leader */
    boolean outdate(String number) {
        return jdbc.sql("update sharing.leader_paper set outdated_at = ? where ? = any(shown) and outdated_at is null and (ended_at is null or ended_how = 'LOST') returning handed_at")
                .params(now(), number).query((rs, n) -> rs.getTimestamp(1) != null).list().contains(true);
    }

    List<Paper> of(long leaderId) {
        return jdbc.sql("select * from sharing.leader_paper where leader_id = ? order by no").param(leaderId).query((rs, n) -> paper(rs)).list();
    }

    Optional<Paper> find(long leaderId, long id) {
        return jdbc.sql("select * from sharing.leader_paper where leader_id = ? and id = ?").params(leaderId, id).query((rs, n) -> paper(rs)).optional();
    }

    /** Handed over and not back, or lost. */
    int out(long leaderId) {
        return jdbc.sql("select count(*) from sharing.leader_paper where leader_id = ? and handed_at is not null and (ended_at is null or ended_how = 'LOST')").param(leaderId)
                .query(Integer.class).single();
    }

    boolean handed(long id, String by) {
        return jdbc.sql("update sharing.leader_paper set handed_at = ?, handed_by = ? where id = ? and handed_at is null and ended_at is null").params(now(), by, id).update() == 1;
    }

    /** One that was lost may come back. */
    boolean ended(long id, Copy.Ended how, String by) {
        return jdbc.sql("update sharing.leader_paper set ended_at = ?, ended_how = ?, ended_by = ? where id = ? and (ended_at is null or ended_how = 'LOST' and ? <> 'LOST')")
                .params(now(), how.name(), by, id, how.name()).update() == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Paper paper(ResultSet rs) throws SQLException {
        String ended = rs.getString("ended_how");
        return new Paper(rs.getLong("id"), rs.getLong("leader_id"), rs.getInt("no"), What.valueOf(rs.getString("what")), rs.getObject("people", Integer.class),
                shown(rs), instant(rs, "outdated_at"),
                instant(rs, "printed_at"), instant(rs, "handed_at"), instant(rs, "ended_at"), ended == null ? null : Copy.Ended.valueOf(ended));
    }

    private static Set<String> shown(ResultSet rs) throws SQLException {
        java.sql.Array shown = rs.getArray("shown");
        return shown == null ? null : Set.of((String[]) shown.getArray());
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
