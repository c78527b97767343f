package jp.michishirube.notification;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Mails to the municipality itself ({@code michishirube.mail.city}) and to whoever runs the product ({@code michishirube.mail.operator}); no person is
 * meant and none is named.
 */
@Component
public class MailToCity {

    /** Stands for the city where a mail has a person. */
    static final String CITY = "";
    private static final String PREFIX = "CITY:";
    /** What waits and failed: its words are {@code kind=failed=minutes}, see {@link WriteMail}. */
    static final String ALERT = "OPERATOR:alert";

    private final MailBox mails;
    private final String address;
    private final String operator;

    MailToCity(MailBox mails, @Value("${michishirube.mail.city:}") String address, @Value("${michishirube.mail.operator:}") String operator) {
        this.mails = mails;
        this.address = address.strip();
        this.operator = operator.strip();
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

    /** The same to the operator. @param words each {@code kind=failed=minutes that the oldest waits} */
    void alert(String key, List<String> words) {
        if (!operator.isEmpty()) {
            mails.put(key, CITY, ALERT, String.join("\n", words));
        }
    }

    Optional<String> address(String template) {
        return Optional.of(template.equals(ALERT) ? operator : address).filter(a -> !a.isEmpty());
    }

    static boolean isFor(String template) {
        return template.startsWith(PREFIX) || template.equals(ALERT);
    }

    /** @return begin of the keys of its texts */
    static String texts(String template) {
        return "mail." + template.substring(PREFIX.length());
    }
}
