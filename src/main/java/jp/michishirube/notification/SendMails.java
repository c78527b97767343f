package jp.michishirube.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import jp.michishirube.municipality.Installation;
import jp.michishirube.organization.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting mails to the mail server, each in a transaction of its own. Whatever goes wrong with one is kept with it and holds up no
 * other. A crash between the server's yes and our commit sends one mail again, under the same Message-ID, by which mail programs know it.
 */
@Component
class SendMails {

    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
    private static final int AT_ONCE = 50;

    private final MailBox mails;
    private final MailHistory history;
    private final People people;
    private final JavaMailSender sender;
    private final MailToCity city;
    private final WriteMail write;
    private final TransactionTemplate transaction;
    private final Installation installation;

    SendMails(MailBox mails, MailHistory history, People people, JavaMailSender sender, MailToCity city, WriteMail write,
            TransactionTemplate transaction, Installation installation) {
        this.mails = mails;
        this.history = history;
        this.people = people;
        this.sender = sender;
        this.city = city;
        this.write = write;
        this.transaction = transaction;
        this.installation = installation;
    }

    @Scheduled(fixedDelayString = "${michishirube.mail.every:5s}", initialDelayString = "${michishirube.mail.every:5s}")
    void sendWaiting() {
        if (installation.isHeld()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && sendNext(); i++) {
            // each its own transaction
        }
    }

    /**
     * @return whether there may be more
     * @throws RuntimeException when the database is away
     */
    private boolean sendNext() {
        AtomicReference<MailBox.Mail> taken = new AtomicReference<>();
        AtomicBoolean accepted = new AtomicBoolean();
        try {
            return Boolean.TRUE.equals(transaction.execute(tx -> {
                mails.take(1).forEach(mail -> {
                    taken.set(mail);
                    carry(mail, accepted);
                });
                return taken.get() != null;
            }));
        } catch (RuntimeException | LinkageError e) {
            if (taken.get() == null) {
                throw e;
            }
            // Undone with the transaction was also what kept the mail from being taken again at once.
            transaction.executeWithoutResult(tx -> stumbled(taken.get(), accepted.get(), e));
            return true;
        }
    }

    private void carry(MailBox.Mail mail, AtomicBoolean accepted) {
        Optional<String> told = MailToCity.isFor(mail.template()) ? city.address(mail.template()) : people.mailOf(mail.personId());
        Optional<InternetAddress> address = told.flatMap(MailAddress::of);
        if (address.isEmpty()) {
            MailTrouble.Why why = told.isEmpty() ? MailTrouble.Why.NO_ADDRESS : MailTrouble.Why.BAD_ADDRESS;
            LOG.warn("mail {} is given up: {}", mail.id(), why);
            mails.undeliverable(mail.id(), new MailTrouble(why, ""));
            return;
        }
        try {
            sender.send(write.write(mail, address.get()));
        } catch (MessagingException | RuntimeException | LinkageError e) {
            stumbled(mail, false, e);
            return;
        }
        accepted.set(true);
        mails.sent(mail.id());
        history.sent(mail);
    }

    private void stumbled(MailBox.Mail mail, boolean accepted, Throwable error) {
        MailTrouble trouble = MailTrouble.of(error);
        if (accepted) {
            LOG.warn("mail {} was sent; the history of its case does not say so ({})", mail.id(), trouble.kept());
            mails.sent(mail.id());
        } else {
            LOG.warn("mail {} did not go out ({}), try {}", mail.id(), trouble.kept(), mail.attempts() + 1);
            mails.failed(mail, trouble);
        }
    }
}
