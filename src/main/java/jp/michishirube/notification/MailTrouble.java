package jp.michishirube.notification;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.NoSuchMessageException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not go out, as kept with it: a word of ours and the names of the errors. Never their texts, which may hold an address.
 *
 * @param detail names of the errors from the outermost inwards; empty where there was none
 */
record MailTrouble(Why why, String detail) {

    private static final int LONGEST = 200;
    private static final int DEEPEST = 8;

    enum Why {
        NO_ADDRESS, BAD_ADDRESS,
        /** This version of the application does not know what the mail is about: a newer one wrote it. */
        UNKNOWN_KIND,
        SERVER, OTHER
    }

    static MailTrouble of(Throwable error) {
        Set<String> names = new LinkedHashSet<>();
        addNames(error, names, DEEPEST);
        return new MailTrouble(why(error), String.join(" / ", names));
    }

    private static Why why(Throwable error) {
        if (error instanceof UnknownKind || error instanceof NoSuchMessageException) {
            return Why.UNKNOWN_KIND;
        }
        return error instanceof MailException || error instanceof MessagingException ? Why.SERVER : Why.OTHER;
    }

    /** What {@link #kept} wrote; what an earlier version wrote has the name of the error alone. */
    static MailTrouble read(String kept) {
        String[] parts = (kept == null ? "" : kept).split(" ", 2);
        if ("no address".equals(kept)) {
            return new MailTrouble(Why.NO_ADDRESS, "");
        }
        return Arrays.stream(Why.values()).filter(w -> w.name().equals(parts[0])).findAny()
                .map(w -> new MailTrouble(w, parts.length > 1 ? parts[1] : "")).orElseGet(() -> new MailTrouble(Why.OTHER, kept == null ? "" : kept));
    }

    String kept() {
        String all = (why + " " + detail).strip();
        return all.substring(0, Math.min(LONGEST, all.length()));
    }

    private static void addNames(Throwable error, Set<String> names, int deepest) {
        if (error == null || deepest == 0) {
            return;
        }
        names.add(error.getClass().getSimpleName());
        if (error instanceof MailSendException refused) {
            for (Exception one : refused.getMessageExceptions()) {
                addNames(one, names, deepest - 1);
            }
        }
        Throwable inner = error instanceof MessagingException nested && nested.getNextException() != null ? nested.getNextException() : error.getCause();
        addNames(inner, names, deepest - 1);
    }

    /** Thrown for a mail whose kind nobody here knows. */
    static final class UnknownKind extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
