package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

@ProductTest
class NotificationTest {

    private static final CaseNumber NUMBER = new CaseNumber("2099-00001-1");

    @Autowired Notify notify;
    @Autowired People people;
    @Autowired Offices offices;
    @Autowired Notices notices;
    @Autowired MailBox mails;
    @Autowired SendMails send;
    @Autowired Preferences preferences;
    @Autowired WorkingDays days;
    @Autowired Loop loop;
    @Autowired Timeline timeline;
    @Autowired ApplicationEventPublisher events;
    @Autowired MockMvc mvc;
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

    /** Its people keep their accounts after the last day of the contract; they have no business with its cases any more. */
    @Test
    void nobodyOfAnOfficeWithoutAContractOfTodayIsToldAnything() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        for (String code : List.of("TELL-NOW", "TELL-OVER", "TELL-LATER")) {
            offices.put(new Office(code, code, Office.Kind.HOME_CARE_SUPPORT, "", "", 0, code.equals("TELL-LATER") ? today.plusDays(1) : null,
                    code.equals("TELL-OVER") ? today.minusDays(1) : null));
            people.remember(new Person(code, "試験 花子", java.util.Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER), code, false), code + "@example.jp");
            notify.toOffice(code, NoticeKind.RETURNED, NUMBER);
            notify.toOfficeOnce(code, NoticeKind.RETURNED, NUMBER, "tell-" + code);
            notify.toLeaders(code, NoticeKind.RETURNED, NUMBER);
            assertThat(notify.toLeadersOnce(code, NoticeKind.RETURNED, NUMBER, "tell-leaders-" + code)).isEqualTo(code.equals("TELL-NOW") ? 1 : 0);
        }
        assertThat(notices.unread("TELL-NOW")).isEqualTo(4);
        assertThat(notices.unread("TELL-OVER")).isZero();
        assertThat(notices.unread("TELL-LATER")).isZero();
        assertThat(jdbc.sql("select distinct person_id from notification.mail where person_id like 'TELL-%'").query(String.class).list()).containsExactly("TELL-NOW");
    }

    @Test
    void aCommissionerWhomTheCityNamesNoTownIsToldOfNobody() {
        CaseFile file = loop.atInterview();
        people.remember(new Person("tell-commissioner", "試験 民生", java.util.Set.of(Role.WELFARE_COMMISSIONER), null, false), "tell-commissioner@example.jp");
        notify.toWorkers(Role.WELFARE_COMMISSIONER, file, NoticeKind.RETURNED, null);
        assertThat(notices.unread("tell-commissioner")).isZero();
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
        mails.failed(new MailBox.Mail(id, "aoba1", "MESSAGE", "", 0), new MailTrouble(MailTrouble.Why.SERVER, "MailConnectException"));
        assertThat(jdbc.sql("select next_try > made_at and not given_up from notification.mail where id = ?").param(id).query(Boolean.class).single()).isTrue();
        mails.failed(new MailBox.Mail(id, "aoba1", "MESSAGE", "", 5), new MailTrouble(MailTrouble.Why.SERVER, "MailConnectException"));
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

    @Test
    void aMailThatCannotBeWordedHoldsUpNoOtherAndIsGivenUpInSightWithItsCause() throws Exception {
        known("mail-newer", "mail-newer@example.jp");
        mails.put("test-newer", "mail-newer", "A_KIND_OF_TOMORROW", "2099-00007-7");
        mails.put("test-newer-digest", "mail-newer", DailyDigest.TEMPLATE, "nonsense");
        mails.put("test-newer-after", "mail-newer", NoticeKind.RETURNED.name(), NUMBER.value());
        Eventually.holds(() -> {
            send.sendWaiting();
            assertThat(is("test-newer-after", "sent_at is not null")).isTrue();
        });
        assertThat(is("test-newer", "attempts = 1 and next_try > made_at and not given_up and last_error = 'UNKNOWN_KIND UnknownKind'")).isTrue();
        assertThat(is("test-newer-digest", "attempts = 1 and last_error like 'UNKNOWN_KIND%'")).isTrue();
        Eventually.holds(() -> {
            jdbc.sql("update notification.mail set next_try = made_at where mail_key = 'test-newer'").update();
            send.sendWaiting();
            assertThat(is("test-newer", "given_up and attempts = 6")).isTrue();
        });
        String page = page("/engine/mails", As.admin1());
        assertThat(page).contains("A_KIND_OF_TOMORROW", "2099-00007-7", "この版のシステムが知らない種類のメール", "UnknownKind", "送り直す")
                .doesNotContain("mail-newer@example.jp", "試験 三郎");
        assertThat(page("/engine", As.admin1())).contains("職員へのメール", "href=\"/engine/mails\"");
        assertThat(page("/engine/mails", As.roster1())).contains("A_KIND_OF_TOMORROW").doesNotContain(">送り直す<");
        mvc.perform(get("/engine/mails").with(As.aoba1())).andExpect(status().isForbidden());
        String again = "/engine/mails/" + jdbc.sql("select id from notification.mail where mail_key = 'test-newer'").query(Long.class).single() + "/again";
        mvc.perform(post(again).with(As.roster1()).with(csrf())).andExpect(status().isForbidden());
        assertThat(is("test-newer", "given_up")).isTrue();
        jdbc.sql("update notification.mail set template = 'RETURNED' where mail_key = 'test-newer'").update();
        mvc.perform(post(again).with(As.admin1()).with(csrf())).andExpect(status().is3xxRedirection());
        Eventually.holds(() -> assertThat(is("test-newer", "sent_at is not null and not given_up")).isTrue());
    }

    @Test
    void whatFailsAfterTheServersYesSendsNoMailTwice() {
        known("mail-yes", "mail-yes@example.jp");
        mails.put("test-yes", "mail-yes", NoticeKind.RETURNED.name(), "not-a-number");
        mails.put("test-yes-after", "mail-yes", NoticeKind.RETURNED.name(), "");
        Eventually.holds(() -> assertThat(is("test-yes-after", "sent_at is not null")).isTrue());
        send.sendWaiting();
        assertThat(is("test-yes", "sent_at is not null and attempts = 1")).isTrue();
        assertThat(new SandboxPages(sandboxUrl).get("/mail").split("mail-yes@example.jp", -1)).as("two mails").hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"dots, taro..0511@carrier.example.jp", "end, hanako.@carrier.example.jp"})
    void anAddressAsCarriersIssuedItReceivesItsMail(String name, String address) {
        known("mail-" + name, address);
        notify.toPerson("mail-" + name, NoticeKind.RETURNED, NUMBER);
        Eventually.holds(() -> assertThat(jdbc.sql("select sent_at is not null from notification.mail where person_id = ?").param("mail-" + name)
                .query(Boolean.class).single()).isTrue());
        assertThat(HtmlUtils.htmlUnescape(new SandboxPages(sandboxUrl).get("/mail"))).contains(address.replace("@", "\"@"));
    }

    @Test
    void whoseAddressIsNoneIsToldAndSoIsTheAdmin() throws Exception {
        known("mail-none-at-all", "なし");
        notify.toPerson("mail-none-at-all", NoticeKind.RETURNED, NUMBER);
        Eventually.holds(() -> assertThat(jdbc.sql("select given_up and last_error = 'BAD_ADDRESS' from notification.mail where person_id = 'mail-none-at-all'")
                .query(Boolean.class).single()).isTrue());
        assertThat(page("/engine/mails", As.admin1())).contains("mail-none-at-all", "メールアドレスとして正しくない");
        var me = As.person("mail-none-at-all", "試験 三郎", "AOBA", Role.CARE_MANAGER);
        assertThat(page("/notices", me)).contains("メールアドレスとして正しくないため");
        assertThat(page("/notices/preferences", me)).contains("メールアドレスとして正しくないため");
        known("mail-none-at-all", "mail-none-at-all@example.jp");
        assertThat(page("/notices", me)).doesNotContain("メールは届きません");
    }

    @Test
    void aNoticeOfAKindThatOnlyANewerVersionKnowsHidesNoOther() throws Exception {
        notify.toPerson("review-newer", NoticeKind.MESSAGE, NUMBER);
        notify.toPerson("review-newer", NoticeKind.RETURNED, NUMBER);
        jdbc.sql("update notification.notice set kind = 'A_KIND_OF_TOMORROW' where person_id = 'review-newer' and kind = 'MESSAGE'").update();
        jdbc.sql("insert into notification.preference (person_id, kind, mail) values ('review-newer', 'A_KIND_OF_TOMORROW', 'DAILY')").update();
        var me = As.person("review-newer", "試験 四郎", null, Role.REVIEWER);
        assertThat(page("/notices", me)).contains("計画が差し戻されました", "お知らせがあります（新しい版");
        assertThat(page("/notices/preferences", me)).contains("計画が差し戻されました");
        Instant now = Instant.now();
        assertThat(notices.daily(now.minusSeconds(600), now.plusSeconds(600))).doesNotContainKey("review-newer");
    }

    private void known(String id, String mail) {
        people.remember(new Person(id, "試験 三郎", java.util.Set.of(Role.CARE_MANAGER), "AOBA", false), mail);
    }

    private boolean is(String key, String what) {
        return jdbc.sql("select " + what + " from notification.mail where mail_key = ?").param(key).query(Boolean.class).single();
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
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
