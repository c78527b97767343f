package jp.michishirube.notification;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Mails to the municipality itself, at the address of the setting {@code michishirube.mail.city}; no person is meant and none is named. */
@Component
public class MailToCity {

    /** Stands for the city where a mail has a person. */
    static final String CITY = "";
    private static final String PREFIX = "CITY:";

    private final MailBox mails;
    private final String address;

    MailToCity(MailBox mails, @Value("${michishirube.mail.city:}") String address) {
        this.mails = mails;
        this.address = address.strip();
    }

    /**
     * Goes out with all other mails; nothing happens where no address is set.
     *
     * @param key  the same key a second time changes nothing
     * @param what names the texts {@code mail.<what>.subject} and {@code mail.<what>.body}, both with these words
     */
    public void put(String key, String what, String... words) {
        if (!address.isEmpty()) {
            mails.put(key, CITY, PREFIX + what, String.join("\n", words));
        }
    }

    Optional<String> address() {
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    static boolean isFor(String template) {
        return template.startsWith(PREFIX);
    }

    /** @return begin of the keys of its texts */
    static String texts(String template) {
        return "mail." + template.substring(PREFIX.length());
    }
}
