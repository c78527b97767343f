package jp.michishirube.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import jp.michishirube.problem.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences of this room in the reader's language. */
@Component
class PlanTexts {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final MessageSource messages;

    PlanTexts(MessageSource messages) {
        this.messages = messages;
    }

    String get(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, key, locale);
    }

    String holder(String name, Locale locale) {
        return get("plan.holder." + name, locale);
    }

    String problem(FieldProblem problem, Locale locale) {
        return get("problem.field." + problem.kind(), locale, problem.args());
    }

    /** {@code 2026年11月1日}, or ISO in English. */
    static String day(Instant at, Locale locale) {
        var day = at.atZone(TOKYO).toLocalDate();
        return "en".equals(locale.getLanguage()) ? day.toString() : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String time(Instant at) {
        var time = at.atZone(TOKYO);
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
