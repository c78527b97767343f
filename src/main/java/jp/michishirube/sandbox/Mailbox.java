package jp.michishirube.sandbox;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
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

/** The mail server of the outside world: takes every mail and shows it, as far as its switch lets it. */
@Component
class Mailbox {

    record Mail(Date at, String to, String subject, String text) {}

    private final GreenMail server;
    private final Switches switches;
    private final int port;
    private final String address;
    private SmtpServer listening;

    Mailbox(Settings settings, Switches switches) {
        this.switches = switches;
        this.address = settings.address;
        ServerSetup setup = new ServerSetup(settings.smtpPort, settings.address, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        server = new GreenMail(setup);
        server.start();
        listening = server.getSmtp();
        port = listening.getPort();
        server.getUserManager().setMessageDeliveryHandler((message, to) -> taken(to.getEmail()));
    }

    int port() {
        return port;
    }

    /** @param wanted false: nobody answers at the port */
    synchronized void listen(boolean wanted) {
        if (!wanted && listening != null) {
            listening.stopService();
            listening = null;
        } else if (wanted && listening == null) {
            // A stopped one cannot be started again: another takes its port and its mails.
            listening = new SmtpServer(new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP), server.getManagers());
            listening.startService();
        }
    }

    /** Whose mail this is; refused by breaking off before the yes, which is what a sender must be able to bear. */
    private GreenMailUser taken(String address) throws UserException, MessagingException {
        int mail = switches.count(Switches.Service.MAIL);
        switch (switches.of(Switches.Service.MAIL)) {
            case SLOW -> pause();
            case FAILING -> refuse(mail % 3 != 0);
            case NONSENSE, DOWN -> refuse(true);
            case NORMAL -> { }
        }
        GreenMailUser known = server.getUserManager().getUserByEmail(address);
        return known != null ? known : server.getUserManager().createUser(address, address, address);
    }

    private void pause() throws MessagingException {
        try {
            Thread.sleep(switches.slowMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("stopped while being slow", e);
        }
    }

    private static void refuse(boolean now) throws MessagingException {
        if (now) {
            throw new MessagingException("switched to fail");
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
        listen(false);
        server.stop();
    }
}
