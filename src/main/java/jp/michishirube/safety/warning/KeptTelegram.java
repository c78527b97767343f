package jp.michishirube.safety.warning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.telegram.TelegramHead.Issue;

/**
 * A telegram of a river as kept.
 *
 * @param hash       of its bytes, as hexadecimal digits
 * @param level      of the river; null in a withdrawal
 * @param usual      false where the code of the level is none of the official samples
 * @param reaches    what it says of this municipality
 * @param listsCities whether it says which cities are concerned at all
 */
public record KeptTelegram(long id, String hash, Mode mode, Issue issue, String river, String name, String words, String headline, String publishers,
                           Instant reportAt, Instant controlAt, Integer serial, Integer level, boolean usual, Set<String> prefectures, boolean listsCities,
                           List<Reach> reaches, Instant receivedAt) {

    /** @param districts in the words of the river's office; none for the whole municipality */
    public record Reach(int level, List<String> districts) {}

    boolean saysTheSameAs(KeptTelegram other) {
        return issue == other.issue && java.util.Objects.equals(level, other.level) && reaches.equals(other.reaches);
    }

    boolean isOfTheSameTimesAs(KeptTelegram other) {
        return reportAt.equals(other.reportAt) && controlAt.equals(other.controlAt);
    }
}
