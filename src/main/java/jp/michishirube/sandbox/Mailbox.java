package jp.michishirube.sandbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail server of the outside world: takes every mail and shows it. Can be turned off, to see what a sender does then. */
@Component
class Mailbox {

    record Mail(Date at, String to, String subject, String text) {}

    private final GreenMail server;
    private boolean on = true;

    Mailbox(Settings settings) {
        ServerSetup setup = new ServerSetup(settings.smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        server = new GreenMail(setup);
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    synchronized boolean isOn() {
        return on;
    }

    synchronized void turn(boolean wanted) {
        if (wanted != on) {
            if (wanted) {
                server.getSmtp().startService();
            } else {
                server.getSmtp().stopService();
            }
            on = wanted;
        }
    }

    List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                String to = message.getAllRecipients()[0].toString();
                mails.add(new Mail(message.getSentDate(), to, message.getSubject(), text(message)));
            } catch (MessagingException | IOException e) {
                mails.add(new Mail(new Date(), "?", "?", e.getMessage()));
            }
        }
        Collections.reverse(mails);
        return mails;
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            return parts.getCount() == 0 ? "" : text(parts.getBodyPart(0));
        }
        return String.valueOf(part.getContent());
    }

    @PreDestroy
    void stop() {
        server.stop();
    }
}
