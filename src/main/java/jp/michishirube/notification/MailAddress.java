package jp.michishirube.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the mail address that the identity provider tells of a person. Carriers in Japan issued addresses with dots side by side or
 * before the @, which RFC 5321 section 4.1.2 has only in quotes: these are quoted, and so reach the mailbox they name.
 */
public final class MailAddress {

    private static final String SIGN = "[^\\x00-\\x20\\x7F-\\xA0\\u2028\\u2029\\u3000()<>\\[\\]:;@\\\\,\".]";
    private static final Pattern DOT_ATOM = Pattern.compile(SIGN + "+(\\." + SIGN + "+)*");
    private static final Pattern LOOSE_DOTS = Pattern.compile("\\.*" + SIGN + "(" + SIGN + "|\\.)*");
    private static final Pattern QUOTED = Pattern.compile("\"([\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])+\"");
    private static final int LONGEST_LOCAL = 64;

    private MailAddress() {}

    /** @return empty for what names no mailbox at all */
    public static Optional<InternetAddress> of(String text) {
        String whole = text.strip();
        int at = whole.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = whole.substring(0, at);
        if (local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL) {
            return Optional.empty();
        }
        if (!DOT_ATOM.matcher(local).matches() && !QUOTED.matcher(local).matches()) {
            if (!LOOSE_DOTS.matcher(local).matches()) {
                return Optional.empty();
            }
            local = '"' + local + '"';
        }
        try {
            return Optional.of(new InternetAddress(local + whole.substring(at), true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
