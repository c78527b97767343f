package jp.michishirube.sharing.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.sharing.channel.Way;

/**
 * One volunteer asked to help one resident.
 *
 * @param supporterKey as whom consent and plan know them, by {@code name} and {@code phone} at the time of asking
 * @param area         町 of the resident, all that is told of them before the agreement besides {@code kinds}
 * @param passId       of its link; null where the answer was given by word
 * @param replaces     key of the supporter whose place they take; null for nobody's
 * @param inPlan       the agreement was carried into a draft
 */
record Asking(long id, long residentId, CaseId caseId, long volunteerId, String supporterKey, String name, String phone, String address, String party, String area,
              List<HelpKind> kinds, int promise, Way way, Long passId, String replaces, State state, Instant askedAt, Instant endsAt, boolean inPlan) {

    enum State {
        ASKED,
        /** A question of theirs waits for the office. */
        ASKED_BACK,
        AGREED, DECLINED,
        /** No answer came in time. */
        EXPIRED,
        /** Its reason was gone first: consent withdrawn, case ended, the office took it back. */
        STOPPED,
        /** Agreed once, and helps no more. */
        ENDED;

        public boolean isOpen() {
            return this == ASKED || this == ASKED_BACK;
        }
    }

    boolean isOrganisation() {
        return "ORGANISATION".equals(party);
    }

    static Asking of(ResultSet rs) throws SQLException {
        return new Asking(rs.getLong("id"), rs.getLong("resident_id"), new CaseId(rs.getLong("case_id")), rs.getLong("volunteer_id"), rs.getString("supporter_key"),
                rs.getString("name"), rs.getString("phone"), rs.getString("address"), rs.getString("party"), rs.getString("area"),
                Arrays.stream((String[]) rs.getArray("kinds").getArray()).map(HelpKind::valueOf).toList(), rs.getInt("promise_version"), Way.valueOf(rs.getString("way")),
                rs.getObject("pass_id", Long.class), rs.getString("replaces"), State.valueOf(rs.getString("state")), rs.getTimestamp("asked_at").toInstant(),
                rs.getTimestamp("ends_at").toInstant(), rs.getTimestamp("in_plan_at") != null);
    }
}
