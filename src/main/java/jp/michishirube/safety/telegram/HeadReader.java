package jp.michishirube.safety.telegram;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.michishirube.door.PlainText;
import jp.michishirube.door.PlainTime;
import jp.michishirube.safety.event.Mode;

/** Reads what every telegram begins with, and refuses what is none. */
final class HeadReader {

    static final String REPORT = "http://xml.kishou.go.jp/jmaxml1/";
    private static final String HEAD = "http://xml.kishou.go.jp/jmaxml1/informationBasis1/";
    private static final int LONGEST = 500;
    private static final Map<String, Mode> MODES = Map.of("通常", Mode.REAL, "訓練", Mode.DRILL, "試験", Mode.TEST);
    /** VPWW53, VPWW54 and VXWW50 run beside the new families until about 2028; the title of VPWW53 had no brackets. */
    private static final Set<String> TRANSITIONAL = Set.of("気象特別警報・警報・注意報", "気象警報・注意報", "気象警報・注意報（Ｈ２７）", "土砂災害警戒情報");

    private final Map<String, String> said = new HashMap<>();

    void begin(String path, String namespace) {
        if (!path.contains("/") && !(path.equals("Report") && namespace.equals(REPORT)) || path.equals("Report/Head") && !namespace.equals(HEAD)) {
            throw new TelegramRefused(TelegramRefused.Why.NO_TELEGRAM);
        }
    }

    void end(String path, String text) {
        if (path.matches("Report/(Control|Head)/[A-Za-z]+") || path.equals("Report/Head/Headline/Text")) {
            if (said.putIfAbsent(path, text) != null) {
                throw new TelegramRefused(TelegramRefused.Why.NOT_AS_THE_FORM);
            }
        }
        if (path.equals("Report/Control/Title") && TRANSITIONAL.contains(text)) {
            throw new TelegramRefused(TelegramRefused.Why.TRANSITIONAL);
        }
    }

    String title() {
        return said.getOrDefault("Report/Control/Title", "");
    }

    TelegramHead head() {
        Mode mode = MODES.get(word("Control/Status"));
        String serial = said.getOrDefault("Report/Head/Serial", "");
        if (mode == null || !serial.matches("\\d{0,6}")) {
            throw new TelegramRefused(TelegramRefused.Why.NOT_AS_THE_FORM);
        }
        String headline = said.getOrDefault("Report/Head/Headline/Text", "");
        return new TelegramHead(mode, title(), time("Control/DateTime"), word("Control/PublishingOffice"), word("Head/Title"),
                headline.length() <= LONGEST && PlainText.is(headline) ? headline : "", time("Head/ReportDateTime"), said.getOrDefault("Report/Head/EventID", ""),
                serial.isEmpty() ? null : Integer.valueOf(serial), TelegramHead.Issue.of(word("Head/InfoType")));
    }

    private String word(String path) {
        String text = said.getOrDefault("Report/" + path, "");
        if (text.isEmpty() || text.length() > LONGEST || !PlainText.is(text)) {
            throw new TelegramRefused(TelegramRefused.Why.NOT_AS_THE_FORM);
        }
        return text;
    }

    private Instant time(String path) {
        try {
            Instant time = OffsetDateTime.parse(word(path)).toInstant();
            if (PlainTime.is(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below, as for a time of a far year
        }
        throw new TelegramRefused(TelegramRefused.Why.NOT_AS_THE_FORM);
    }
}
