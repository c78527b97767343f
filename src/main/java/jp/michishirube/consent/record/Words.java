package jp.michishirube.consent.record;

import java.util.Locale;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Purpose;

/** Stable words for message keys and the timeline. */
final class Words {

    private Words() {}

    /** Such as {@code consent-given-plan-making}. */
    static String kind(EventType type, Purpose purpose) {
        return "consent-" + type.name().toLowerCase(Locale.ROOT) + "-" + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
