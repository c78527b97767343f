package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watches;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the operator is mailed of, and how often. Undone in the end: the product that runs here has no operator's address. */
@ProductTest
class AlertOperatorTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @Autowired private JdbcClient jdbc;
    @Autowired private MailBox mails;
    @Autowired private WriteMail write;
    @Autowired private TransactionTemplate transaction;

    @Test
    void whatBeginsIsToldOnceAndEachDayWhileItLasts() {
        undone(() -> {
            look(NOW, failed("alert-a", 2), late("alert-b", NOW.minusSeconds(7200)), well("alert-c"));
            assertThat(told()).containsExactly("alert-a=2=0\nalert-b=0=120");
            look(NOW.plusSeconds(300), failed("alert-a", 3), late("alert-b", NOW.minusSeconds(7200)));
            assertThat(told()).hasSize(1);
            look(NOW.plus(Duration.ofHours(25)), failed("alert-a", 3), well("alert-b"));
            assertThat(told()).hasSize(2).last().isEqualTo("alert-a=3=0");
        });
    }

    @Test
    void whatIsOverAndComesAgainIsToldAgain() {
        undone(() -> {
            look(NOW, failed("alert-a", 1));
            look(NOW.plusSeconds(300), well("alert-a"));
            look(NOW.plusSeconds(600), failed("alert-a", 1));
            assertThat(told()).hasSize(2);
        });
    }

    @Test
    void whatCannotBeAskedIsNeitherOverNorNew() {
        undone(() -> {
            look(NOW, failed("alert-a", 1));
            look(NOW.plusSeconds(300));
            look(NOW.plusSeconds(600), failed("alert-a", 1));
            assertThat(told()).hasSize(1);
        });
    }

    @Test
    void withoutAnAddressNothingIsPut() {
        undone(() -> {
            new AlertOperator(null, jdbc, new MailToCity(mails, "city@example.jp", " "), transaction, Clock.fixed(NOW, ZoneOffset.UTC))
                    .tell(new Watches.Look(List.of(failed("alert-a", 1)), List.of(), List.of()));
            assertThat(told()).isEmpty();
        });
    }

    @Test
    void theMailSaysWhatItMeansForPeopleAndWhereToLook() throws Exception {
        var mail = write.write(new MailBox.Mail(1, "", MailToCity.ALERT, "mails=4=0\nsteps=0=35", 0), new InternetAddress("operator@example.jp"));
        assertThat(mail.getSubject()).contains("2 件");
        assertThat((String) mail.getContent()).contains("職員へのメール: 止まっているもの 4 件", "いちばん長い待ち 35 分", "その案件は次の仕事に移りません", "/engine");
    }

    private static Waiting failed(String kind, int count) {
        return new Waiting(kind, 0, count, null, Duration.ZERO, "", "");
    }

    private static Waiting late(String kind, Instant oldest) {
        return new Waiting(kind, 1, 0, oldest, Duration.ofMinutes(15), "", "");
    }

    private static Waiting well(String kind) {
        return new Waiting(kind, 0, 0, null, Duration.ZERO, "", "");
    }

    private void look(Instant at, Waiting... waiting) {
        new AlertOperator(null, jdbc, new MailToCity(mails, "", "operator@example.jp"), transaction, Clock.fixed(at, ZoneOffset.UTC))
                .tell(new Watches.Look(List.of(waiting), List.of(), List.of()));
    }

    private List<String> told() {
        return jdbc.sql("select args from notification.mail where template = ? and args like 'alert-%' order by id").param(MailToCity.ALERT).query(String.class).list();
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            work.run();
        });
    }
}
