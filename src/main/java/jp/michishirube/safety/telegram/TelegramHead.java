package jp.michishirube.safety.telegram;

import java.time.Instant;
import jp.michishirube.safety.event.Mode;

/**
 * What every telegram says of itself ({@code Control} and {@code Head}).
 *
 * @param mode       {@code Control/Status}: 通常, 訓練 or 試験; read before all else, the three never mix
 * @param title      {@code Control/Title}: of which kind it is
 * @param controlAt  {@code Control/DateTime}: when it was sent
 * @param publishers {@code Control/PublishingOffice}: all who publish it, as they are to be credited
 * @param words      {@code Head/Title}, such as みちしるべ川レベル４氾濫危険警報
 * @param headline   {@code Head/Headline/Text}; empty for none
 * @param reportAt   {@code Head/ReportDateTime}: as of when it speaks
 * @param eventId    {@code Head/EventID}; empty for none
 * @param serial     {@code Head/Serial}: number of the issue; null for none
 * @param issue      {@code Head/InfoType}
 */
public record TelegramHead(Mode mode, String title, Instant controlAt, String publishers, String words, String headline, Instant reportAt, String eventId,
                           Integer serial, Issue issue) {

    /** {@code Head/InfoType}. */
    public enum Issue {
        /** 発表 */
        ISSUED,
        /** 訂正: stands in the place of the issue of the same number. */
        CORRECTED,
        /** 遅延: issued, and late. */
        DELAYED,
        /** 取消: takes the issue of that number back. It is no all-clear: what was said before stands again. */
        WITHDRAWN;

        static Issue of(String word) {
            return switch (word) {
                case "発表" -> ISSUED;
                case "訂正" -> CORRECTED;
                case "遅延" -> DELAYED;
                case "取消" -> WITHDRAWN;
                default -> throw new TelegramRefused(TelegramRefused.Why.NOT_AS_THE_FORM);
            };
        }
    }
}
