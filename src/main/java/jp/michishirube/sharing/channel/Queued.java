package jp.michishirube.sharing.channel;

import java.util.Locale;
import java.util.UUID;
import jp.michishirube.sharing.code.Holder;

/**
 * A row of the outbox in the sender's hand.
 *
 * @param link     sealed
 * @param attempts this one counted
 * @param claim    under which it is in hand
 * @param again    a second message after one of unknown fate
 * @param doubt    an earlier try under the same key may have arrived
 */
record Queued(UUID id, Holder to, Way way, Occasion occasion, String template, Locale language, byte[] link, int attempts, UUID retryKey, UUID claim,
              boolean again, boolean doubt) {}
