package jp.michishirube.sharing.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import jp.michishirube.sharing.code.Holder;

/**
 * A message as people may see it: what became of it, not what it says.
 *
 * @param cause why it is not there; null for none
 * @param again it went a second time, marked 再送
 */
public record Sent(UUID id, Holder to, Way way, Occasion occasion, String template, State state, String cause, int attempts, Instant madeAt,
                   Instant changedAt, Instant nextTry, boolean again) {

    public enum State {
        QUEUED,
        /** Taken by the provider; nobody says that it was read. */
        ACCEPTED, OPENED, ANSWERED,
        /** The provider refuses it, or took it at no try. */
        BOUNCED,
        /** Not sent: its reason was gone first. */
        STOPPED,
        /** A crash or a broken line hides whether it went. */
        UNKNOWN
    }

    static Sent of(ResultSet rs) throws SQLException {
        return new Sent(rs.getObject("id", UUID.class), new Holder(Holder.Kind.valueOf(rs.getString("holder_kind")), rs.getString("holder_key")),
                Way.valueOf(rs.getString("way")), Occasion.valueOf(rs.getString("occasion")), rs.getString("template"),
                State.valueOf(rs.getString("state")), rs.getString("cause"), rs.getInt("attempts"), rs.getTimestamp("made_at").toInstant(),
                rs.getTimestamp("changed_at").toInstant(), rs.getTimestamp("next_try").toInstant(), rs.getObject("again_of") != null);
    }

    /** The first word of the cause: the rest are names of errors for the operator. */
    public String why() {
        return cause == null ? null : cause.split(" ", 2)[0];
    }
}
