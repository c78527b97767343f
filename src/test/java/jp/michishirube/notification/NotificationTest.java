package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class NotificationTest {

    private static final CaseNumber NUMBER = new CaseNumber("2099-00001-1");

    @Autowired Notify notify;
    @Autowired People people;
    @Autowired Notices notices;
    @Autowired MailBox mails;
    @Autowired SendMails send;
    @Autowired Preferences preferences;
    @Autowired WorkingDays days;
    @Autowired Loop loop;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void aNoticeAtOnceAndAMailThatNamesNobody() {
        people.remember(new Person("mail-test", "試験 花子", java.util.Set.of(Role.CARE_MANAGER), "AOBA", false), "mail-test@example.jp");
        notify.toPerson("mail-test", NoticeKind.RETURNED, NUMBER);
        int before = notices.unread("aoba2");
        notify.toPerson("aoba2", NoticeKind.RETURNED, NUMBER);
        assertThat(notices.unread("aoba2")).isEqualTo(before + 1);
        await().untilAsserted(() -> {
            // the background sender may hold the very mail this call would take
            send.sendWaiting();
            assertThat(jdbc.sql("select count(*) from notification.mail where person_id = 'aoba2' and sent_at is null and not given_up")
                    .query(Integer.class).single()).isZero();
            assertThat(jdbc.sql("select sent_at is not null from notification.mail where person_id = 'mail-test'").query(Boolean.class).single()).isTrue();
        });
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        int before = notices.unread("review2");
        transaction.executeWithoutResult(tx -> {
            notify.toPerson("review2", NoticeKind.MESSAGE, NUMBER);
            tx.setRollbackOnly();
        });
        assertThat(notices.unread("review2")).isEqualTo(before);
    }

    @Test
    void onceIsOnceAndNobodyIsToldOfHisOwnAct() {
        int before = notices.unread("review1");
        notify.toPersonOnce("review1", NoticeKind.OVERDUE, NUMBER, "test-once");
        notify.toPersonOnce("review1", NoticeKind.OVERDUE, NUMBER, "test-once");
        loop.as("review1", () -> notify.toPerson("review1", NoticeKind.MESSAGE, NUMBER));
        assertThat(notices.unread("review1")).isEqualTo(before + 1);
    }

    @Test
    void theDigestComesOnWorkingDaysOnceAndOnlyForThoseWhoWishIt() {
        preferences.put("roster1", NoticeKind.OVERDUE, MailWish.DAILY);
        preferences.put("admin1", NoticeKind.OVERDUE, MailWish.NEVER);
        notify.toPerson("roster1", NoticeKind.OVERDUE, NUMBER);
        notify.toPerson("admin1", NoticeKind.OVERDUE, NUMBER);
        LocalDate next = days.addDays(LocalDate.now(ZoneId.of("Asia/Tokyo")), 1);
        jdbc.sql("update notification.notice set made_at = ? where person_id in ('roster1', 'admin1')")
                .param(java.sql.Timestamp.from(morning(next).minusSeconds(3600))).update();
        LocalDate saturday = next.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY));
        digest(saturday);
        assertThat(digests("roster1")).isEmpty();
        digest(next);
        digest(next);
        assertThat(digests("roster1")).singleElement().asString().contains("OVERDUE=");
        assertThat(digests("admin1")).isEmpty();
    }

    @Test
    void aMailServerThatIsDownIsTriedAgain() {
        mails.put("test-retry", "aoba1", NoticeKind.MESSAGE.name(), "");
        long id = jdbc.sql("select id from notification.mail where mail_key = 'test-retry'").query(Long.class).single();
        mails.failed(new MailBox.Mail(id, "aoba1", "MESSAGE", "", 0), "MailConnectException");
        assertThat(jdbc.sql("select next_try > made_at and not given_up from notification.mail where id = ?").param(id).query(Boolean.class).single()).isTrue();
        mails.failed(new MailBox.Mail(id, "aoba1", "MESSAGE", "", 5), "MailConnectException");
        assertThat(jdbc.sql("select given_up from notification.mail where id = ?").param(id).query(Boolean.class).single()).isTrue();
    }

    private void digest(LocalDate day) {
        DailyDigest digest = new DailyDigest(notices, mails, days, Clock.fixed(morning(day).plusSeconds(600), ZoneId.of("Asia/Tokyo")));
        transaction.executeWithoutResult(tx -> digest.sendIfWorkingDay());
    }

    private List<String> digests(String person) {
        return jdbc.sql("select args from notification.mail where person_id = ? and template = 'DIGEST'").param(person).query(String.class).list();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    }
}
