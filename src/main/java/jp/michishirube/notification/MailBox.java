package jp.michishirube.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that are to go out. They name a template and a case number: nothing about a person. */
@Repository
class MailBox {

    /** Waits of 1, 5, 25 minutes, about 2 and 10 hours: a mail server that is down over night loses nothing. */
    private static final int TRIES = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailBox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Mail(long id, String personId, String template, String args, int attempts) {}

    /** @param key the same key a second time changes nothing */
    void put(String key, String personId, String template, String args) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into notification.mail (mail_key, person_id, template, args, made_at, next_try) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(key, personId, template, args, now, now).update();
    }

    /** The same, but only for a person who wishes to be mailed of that kind at once: chosen, or usual. */
    void putIfWished(String key, String personId, NoticeKind kind, String args) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into notification.mail (mail_key, person_id, template, args, made_at, next_try)
                select ?, ?, ?, ?, ?, ? where coalesce(
                    (select mail from notification.preference where person_id = ? and kind = ?), ?) = 'AT_ONCE'
                on conflict do nothing
                """).params(key, personId, kind.name(), args, now, now, personId, kind.name(), kind.usual().name()).update();
    }

    /** Takes the mails that may go out now; other nodes skip them until this transaction ends. */
    List<Mail> take(int most) {
        return jdbc.sql("""
                select id, person_id, template, args, attempts from notification.mail
                where sent_at is null and not given_up and next_try <= ? order by id limit ? for update skip locked
                """).params(Timestamp.from(clock.instant()), most).query(Mail.class).list();
    }

    void sent(long id) {
        jdbc.sql("update notification.mail set sent_at = ?, attempts = attempts + 1 where id = ?")
                .params(Timestamp.from(clock.instant()), id).update();
    }

    void failed(Mail mail, MailTrouble trouble) {
        int attempts = mail.attempts() + 1;
        Instant next = clock.instant().plus(Duration.ofMinutes((long) Math.pow(5, mail.attempts())));
        jdbc.sql("update notification.mail set attempts = ?, next_try = ?, given_up = ?, last_error = ? where id = ?")
                .params(attempts, Timestamp.from(next), attempts >= TRIES, trouble.kept(), mail.id()).update();
    }

    /** There is nowhere to send it to. */
    void undeliverable(long id, MailTrouble trouble) {
        jdbc.sql("update notification.mail set given_up = true, last_error = ? where id = ?").params(trouble.kept(), id).update();
    }
}
