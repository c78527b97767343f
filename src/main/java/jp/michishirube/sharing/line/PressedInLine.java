package jp.michishirube.sharing.line;

import java.time.Instant;
import java.util.Optional;

/** Takes what a user of a linked account pressed below a message. Implemented by rooms whose messages offer {@link jp.michishirube.sharing.channel.Choices}. */
public interface PressedInLine {

    /**
     * @param id   of LINE's event: the same one is told again after a crash
     * @param user who pressed; whether that user is the holder is asked of {@link LineAccounts#userOf}
     * @param data as the choice bore it
     */
    record Pressed(String id, String user, String data, Instant at) {}

    /** @return what the chat answers, in the holder's language; empty for data of others */
    Optional<String> pressed(Pressed pressed);
}
