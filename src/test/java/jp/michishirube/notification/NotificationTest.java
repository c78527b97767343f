package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepOpened;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
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
    @Autowired Timeline timeline;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Value("${michishirube.sandbox.url}") String sandboxUrl;

    @Test
    void aNoticeAtOnceAndAMailThatNamesNobody() {
        people.remember(new Person("mail-test", "試験 花子", java.util.Set.of(Role.CARE_MANAGER), "AOBA", false), "mail-test@example.jp");
        notify.toPerson("mail-test", NoticeKind.RETURNED, NUMBER);
        notify.toPerson("mail-nowhere", NoticeKind.RETURNED, NUMBER);
        assertThat(notices.unread("mail-test")).isEqualTo(1);
        Eventually.holds(() -> {
            // the background sender may hold the very mail this call would take
            send.sendWaiting();
            assertThat(jdbc.sql("select given_up from notification.mail where person_id = 'mail-nowhere'").query(Boolean.class).single()).isTrue();
            assertThat(jdbc.sql("select sent_at is not null from notification.mail where person_id = 'mail-test'").query(Boolean.class).single()).isTrue();
        });
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        transaction.executeWithoutResult(tx -> {
            notify.toPerson("rolled-back", NoticeKind.MESSAGE, NUMBER);
            tx.setRollbackOnly();
        });
        assertThat(notices.unread("rolled-back")).isZero();
    }

    @Test
    void onceIsOnceAndNobodyIsToldOfHisOwnAct() {
        notify.toPersonOnce("review-once", NoticeKind.OVERDUE, NUMBER, "test-once");
        notify.toPersonOnce("review-once", NoticeKind.OVERDUE, NUMBER, "test-once");
        loop.as("review-once", () -> notify.toPerson("review-once", NoticeKind.MESSAGE, NUMBER));
        assertThat(notices.unread("review-once")).isEqualTo(1);
    }

    @Test
    void onlyAnInterviewThatRestedIsToldToGoOn() {
        CaseFile file = loop.atInterview();
        transaction.executeWithoutResult(tx -> events.publishEvent(new StepOpened(file.id(), Step.INTERVIEW_RESIDENT, "rest-test")));
        assertThat(notices.unread("rest-test")).as("it opened once the linked facts were there").isZero();
        timeline.append(file.id(), "interview-paused");
        transaction.executeWithoutResult(tx -> events.publishEvent(new StepOpened(file.id(), Step.INTERVIEW_RESIDENT, "rest-test")));
        assertThat(notices.of("rest-test", true, 0)).extracting(Notice::kind).containsExactly(NoticeKind.RESTED);
    }

    @Test
    void theDigestComesOnWorkingDaysOnceAndOnlyForThoseWhoWishIt() {
        preferences.put("digest-yes", NoticeKind.OVERDUE, MailWish.DAILY);
        preferences.put("digest-no", NoticeKind.OVERDUE, MailWish.NEVER);
        notify.toPerson("digest-yes", NoticeKind.OVERDUE, NUMBER);
        notify.toPerson("digest-no", NoticeKind.OVERDUE, NUMBER);
        LocalDate next = days.addDays(LocalDate.now(ZoneId.of("Asia/Tokyo")), 1);
        jdbc.sql("update notification.notice set made_at = ? where person_id in ('digest-yes', 'digest-no')")
                .param(java.sql.Timestamp.from(morning(next).minusSeconds(3600))).update();
        LocalDate saturday = next.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY));
        digest(saturday);
        assertThat(digests("digest-yes")).isEmpty();
        digest(next);
        digest(next);
        assertThat(digests("digest-yes")).singleElement().asString().contains("OVERDUE=");
        assertThat(digests("digest-no")).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "NONSENSE"})
    void whatTheServerDidNotTakeGoesOutWhenItIsWellAgain(String mode) {
        SandboxPages sandbox = new SandboxPages(sandboxUrl);
        String who = "mail-" + mode.toLowerCase();
        people.remember(new Person(who, "試験 次郎", java.util.Set.of(Role.CARE_MANAGER), "AOBA", false), who + "@example.jp");
        sandbox.turn("MAIL", mode);
        try {
            notify.toPerson(who, NoticeKind.RETURNED, NUMBER);
            Eventually.until(() -> jdbc.sql("select attempts > 0 and last_error is not null and sent_at is null and not given_up"
                    + " from notification.mail where person_id = ?").param(who).query(Boolean.class).single());
        } finally {
            sandbox.turn("MAIL", "NORMAL");
        }
        // the minute until the next try is over
        jdbc.sql("update notification.mail set next_try = made_at where person_id = ?").param(who).update();
        Eventually.holds(() -> assertThat(jdbc.sql("select sent_at is not null from notification.mail where person_id = ?").param(who)
                .query(Boolean.class).single()).isTrue());
        assertThat(sandbox.get("/mail")).contains(who + "@example.jp");
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
