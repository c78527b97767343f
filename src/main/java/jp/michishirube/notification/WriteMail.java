package jp.michishirube.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words a mail: what happened, the number of the case and where to look. */
@Component
class WriteMail {

    private static final String UTF_8 = "UTF-8";

    private final MessageSource texts;
    private final String from;
    private final String baseUrl;

    WriteMail(MessageSource texts, @Value("${michishirube.mail.from:michishirube@localhost}") String from,
            @Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.texts = texts;
        this.from = from;
        this.baseUrl = baseUrl;
    }

    /** Without Spring's helper, which reads the types of files anew for each mail: ours carry none. */
    MimeMessage write(MailBox.Mail mail, InternetAddress address) throws MessagingException {
        MimeMessage message = new SameIdMessage(mail.id());
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, address);
        if (mail.template().equals(MailToCity.ALERT)) {
            String[] lines = mail.args().split("\n");
            message.setSubject(text("mail.alert.subject", lines.length), UTF_8);
            message.setText(text("mail.alert.body", alert(lines), baseUrl + "/engine"), UTF_8);
        } else if (MailToCity.isFor(mail.template())) {
            Object[] words = mail.args().split("\n");
            message.setSubject(text(MailToCity.texts(mail.template()) + ".subject", words), UTF_8);
            message.setText(text(MailToCity.texts(mail.template()) + ".body", words), UTF_8);
        } else if (mail.template().equals(DailyDigest.TEMPLATE)) {
            message.setSubject(text("mail.digest.subject"), UTF_8);
            message.setText(text("mail.digest.body", digest(mail.args()), baseUrl + "/notices", baseUrl + "/notices/preferences"), UTF_8);
        } else {
            NoticeKind kind = NoticeKind.named(mail.template()).orElseThrow(MailTrouble.UnknownKind::new);
            String number = mail.args().isEmpty() ? "" : text("mail.case", mail.args());
            String link = baseUrl + new Notice(0, kind, mail.args().isEmpty() ? null : mail.args(), null, null).path();
            message.setSubject(text("mail.subject", text("notice." + kind), number), UTF_8);
            message.setText(text("mail.body", text("notice." + kind), number, link, baseUrl + "/notices/preferences"), UTF_8);
        }
        return message;
    }

    /** {@code RETURNED=2,MESSAGE=1} in words; of a kind that nobody here knows, that it came. */
    private String digest(String counts) {
        StringBuilder lines = new StringBuilder();
        for (String count : counts.split(",")) {
            String[] parts = count.split("=");
            if (parts.length != 2) {
                throw new MailTrouble.UnknownKind();
            }
            String what = NoticeKind.named(parts[0]).map(kind -> text("notice." + kind)).orElseGet(() -> text("notice.unknown"));
            lines.append(text("mail.digest.line", what, parts[1])).append('\n');
        }
        return lines.toString();
    }

    private String alert(String[] lines) {
        StringBuilder told = new StringBuilder();
        for (String line : lines) {
            String[] parts = line.split("=");
            if (parts.length != 3) {
                throw new MailTrouble.UnknownKind();
            }
            told.append(text("mail.alert.line", text("watch." + parts[0]), parts[1], parts[2], text("watch." + parts[0] + ".means"))).append('\n');
        }
        return told.toString();
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
