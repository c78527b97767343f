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

    /** The way it came. */
    public enum Channel { LINK, BOARD, PAPER, API }
}
