package jp.michishirube.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that did not go out and are tried no more, until a person asks for it. */
@Repository
class GivenUpMails {

    static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    GivenUpMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param kind    what it is about: a {@link NoticeKind}, the digest, or a name that only another version knows
     * @param account by which the municipality's settings speak of whom it was for; empty where the person is not known
     */
    record GivenUp(long id, Instant madeAt, String kind, String caseNumber, String account, int attempts, MailTrouble trouble) {

        public boolean isDigest() {
            return kind.equals(DailyDigest.TEMPLATE);
        }

        public boolean isForCity() {
            return MailToCity.isFor(kind);
        }

        public boolean isForOperator() {
            return kind.equals(MailToCity.ALERT);
        }

        public boolean isKnown() {
            return isDigest() || isForCity() || NoticeKind.named(kind).isPresent();
        }
    }

    int count() {
        return jdbc.sql("select count(*) from notification.mail where given_up and sent_at is null").query(Integer.class).single();
    }

    /** Newest first, the last {@value #MOST}. */
    List<GivenUp> last() {
        return jdbc.sql("""
                select m.id, m.made_at, m.template, m.args, m.attempts, m.last_error, coalesce(p.username, '') as account
                from notification.mail m left join organization.person p on p.id = m.person_id
                where m.given_up and m.sent_at is null order by m.id desc limit ?
                """).param(MOST).query((rs, n) -> new GivenUp(rs.getLong("id"), rs.getTimestamp("made_at").toInstant(), rs.getString("template"),
                        aboutCase(rs.getString("template")) ? rs.getString("args") : "", rs.getString("account"),
                        rs.getInt("attempts"), MailTrouble.read(rs.getString("last_error")))).list();
    }

    private static boolean aboutCase(String template) {
        return !template.equals(DailyDigest.TEMPLATE) && !MailToCity.isFor(template);
    }

    /** As if it had never been tried. @return whether it was given up */
    boolean again(long id) {
        return jdbc.sql("update notification.mail set given_up = false, attempts = 0, next_try = ? where id = ? and given_up and sent_at is null")
                .params(now(), id).update() == 1;
    }

    /** @return how many */
    int againAll() {
        return jdbc.sql("update notification.mail set given_up = false, attempts = 0, next_try = ? where given_up and sent_at is null")
                .param(now()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
