package jp.michishirube.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import jp.michishirube.municipality.Installation;
import jp.michishirube.organization.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting mails to the mail server, each in a transaction of its own. A crash between the server's yes and our commit sends
 * one mail again, under the same Message-ID, by which mail programs know it.
 */
@Component
class SendMails {

    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
    private static final int AT_ONCE = 50;
    private static final String UTF_8 = "UTF-8";

    private final MailBox mails;
    private final MailHistory history;
    private final People people;
    private final JavaMailSender sender;
    private final MessageSource texts;
    private final TransactionTemplate transaction;
    private final Installation installation;
    private final String from;
    private final String baseUrl;

    SendMails(MailBox mails, MailHistory history, People people, JavaMailSender sender, MessageSource texts, TransactionTemplate transaction,
            Installation installation, @Value("${michishirube.mail.from:michishirube@localhost}") String from,
            @Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.mails = mails;
        this.history = history;
        this.people = people;
        this.sender = sender;
        this.texts = texts;
        this.transaction = transaction;
        this.installation = installation;
        this.from = from;
        this.baseUrl = baseUrl;
    }

    @Scheduled(fixedDelayString = "${michishirube.mail.every:5s}", initialDelayString = "${michishirube.mail.every:5s}")
    void sendWaiting() {
        if (installation.isHeld()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && Boolean.TRUE.equals(transaction.execute(tx -> sendNext())); i++) {
            // each its own transaction
        }
    }

    private boolean sendNext() {
        List<MailBox.Mail> next = mails.take(1);
        next.forEach(mail -> people.mailOf(mail.personId()).ifPresentOrElse(address -> send(mail, address),
                () -> mails.undeliverable(mail.id())));
        return !next.isEmpty();
    }

    private void send(MailBox.Mail mail, String address) {
        try {
            sender.send(write(mail, address));
            mails.sent(mail.id());
            history.sent(mail);
        } catch (MailException | MessagingException e) {
            LOG.warn("mail {} was not accepted ({}), try {}", mail.id(), e.getClass().getSimpleName(), mail.attempts() + 1);
            mails.failed(mail, e.getClass().getSimpleName());
        }
    }

    /** Without Spring's helper, which reads the types of files anew for each mail: ours carry none. */
    private MimeMessage write(MailBox.Mail mail, String address) throws MessagingException {
        MimeMessage message = new SameIdMessage(mail.id());
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, address);
        if (mail.template().equals(DailyDigest.TEMPLATE)) {
            message.setSubject(text("mail.digest.subject"), UTF_8);
            message.setText(text("mail.digest.body", digest(mail.args()), baseUrl + "/notices", baseUrl + "/notices/preferences"), UTF_8);
        } else {
            NoticeKind kind = NoticeKind.valueOf(mail.template());
            String number = mail.args().isEmpty() ? "" : text("mail.case", mail.args());
            String link = baseUrl + new Notice(0, kind, mail.args().isEmpty() ? null : mail.args(), null, null).path();
            message.setSubject(text("mail.subject", text("notice." + kind), number), UTF_8);
            message.setText(text("mail.body", text("notice." + kind), number, link, baseUrl + "/notices/preferences"), UTF_8);
        }
        return message;
    }

    /** {@code RETURNED=2,MESSAGE=1} in words. */
    private String digest(String counts) {
        StringBuilder lines = new StringBuilder();
        for (String count : counts.split(",")) {
            String[] parts = count.split("=");
            lines.append(text("mail.digest.line", text("notice." + parts[0]), parts[1])).append('\n');
        }
        return lines.toString();
    }

    private String text(String key, Object... args) {
        return texts.getMessage(key, args, Locale.JAPANESE);
    }

    /** Keeps its Message-ID when sent again. */
    private static final class SameIdMessage extends MimeMessage {

        private final long id;

        SameIdMessage(long id) {
            super((jakarta.mail.Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<mail-" + id + "@michishirube>");
        }
    }
}
