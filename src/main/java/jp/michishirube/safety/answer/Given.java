package jp.michishirube.safety.answer;

import java.time.Instant;

/**
 * An answer as it comes in.
 *
 * @param sender   who sends it, in our words, such as {@code pass 12}
 * @param senderId the sender's own id of it: the same one twice is one answer
 * @param asOf     null for now
 */
public record Given(String sender, String senderId, Said said, Voice voice, Channel channel, boolean onSite, Instant asOf) {

    /** All ways of the asked person are one sender: who answers by telephone may take it back by the link of a mail. */
    static String senderOf(long askedId) {
        return "asked " + askedId;
    }

    /** The way it came. */
    public enum Channel { LINK, LINE, VOICE, BOARD, PAPER, API }
}
