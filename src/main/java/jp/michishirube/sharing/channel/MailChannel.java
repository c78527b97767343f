package jp.michishirube.sharing.channel;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.util.Optional;
import jp.michishirube.notification.MailAddress;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * By mail. Servers know no key: one and the same Message-ID lets programs tell a repeat, no more. Where the line broke before the server's
 * answer nobody knows whether it took the mail.
 */
@Component
class MailChannel implements Channel {

    private static final String UTF_8 = "UTF-8";

    private final JavaMailSender sender;
    private final String from;

    MailChannel(JavaMailSender sender, @Value("${michishirube.mail.from:michishirube@localhost}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public boolean takesKey() {
        return false;
    }

    @Override
    public Outcome send(Letter letter) {
        Optional<InternetAddress> address = MailAddress.of(letter.address());
        if (address.isEmpty()) {
            return Outcome.refused("BAD_ADDRESS");
        }
        try {
            sender.send(mail(letter, address.get()));
            return Outcome.accepted(null);
        } catch (MailAuthenticationException e) {
            return Outcome.notNow("SERVER " + e.getClass().getSimpleName());
        } catch (MailException e) {
            return failed(e);
        } catch (MessagingException e) {
            return Outcome.refused("BAD_ADDRESS " + e.getClass().getSimpleName());
        }
    }

    private MimeMessage mail(Letter letter, InternetAddress address) throws MessagingException {
        MimeMessage mail = new MimeMessage((jakarta.mail.Session) null) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<message-" + letter.key() + "@michishirube>");
            }
        };
        mail.setFrom(from);
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, address);
        mail.setSubject(letter.subject(), UTF_8);
        mail.setText(letter.text(), UTF_8);
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** Said no to, or never reached, is certain; anything else is not. */
    private static Outcome failed(MailException error) {
        Exception inner = error instanceof MailSendException several && several.getMessageExceptions().length > 0 ? several.getMessageExceptions()[0] : error;
        String names = error.getClass().getSimpleName() + " " + inner.getClass().getSimpleName();
        if (inner instanceof SMTPSendFailedException cut && cut.getReturnCode() < 0) {
            return cut.getCommand() != null && cut.getCommand().equals(".") ? Outcome.unknown("LINE_BROKE " + names) : Outcome.notNow("SERVER " + names);
        }
        if (inner instanceof SendFailedException refused) {
            boolean forGood = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            Address[] sent = refused.getValidSentAddresses();
            return sent != null && sent.length > 0 ? Outcome.accepted(null) : forGood ? Outcome.refused("BAD_ADDRESS " + names) : Outcome.notNow("SERVER " + names);
        }
        if (neverReached(inner) || neverReached(error)) {
            return Outcome.notNow("SERVER " + names);
        }
        return Outcome.unknown("LINE_BROKE " + names);
    }

    private static boolean neverReached(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause() == e ? null : e.getCause()) {
            if (e instanceof ConnectException || e instanceof java.net.UnknownHostException || e.getClass().getSimpleName().equals("MailConnectException")) {
                return true;
            }
        }
        return false;
    }
}
