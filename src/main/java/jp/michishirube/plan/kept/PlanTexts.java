package jp.michishirube.plan.kept;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import jp.michishirube.problem.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences of this room in the reader's language. */
@Component
public class PlanTexts {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final MessageSource messages;

    public PlanTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String get(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, key, locale);
    }

    public String holder(String name, Locale locale) {
        return get("plan.holder." + name, locale);
    }

    public String problem(FieldProblem problem, Locale locale) {
        return get("problem.field." + problem.kind(), locale, problem.args());
    }

    /** {@code 2026年11月1日}, or ISO in English. */
    public static String day(Instant at, Locale locale) {
        var day = at.atZone(TOKYO).toLocalDate();
        return "en".equals(locale.getLanguage()) ? day.toString() : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    public static String time(Instant at) {
        var time = at.atZone(TOKYO);
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
