package jp.michishirube.sharing.asking;

import java.time.Duration;
import jp.michishirube.municipality.PolicySection;

/**
 * Section {@code asking} of {@code municipality.yaml}.
 *
 * @param answerDays  days that somebody has for an answer; 14 where it is not said
 * @param remindDays  days after which they are reminded, once; half of the time where it is not said
 */
@PolicySection("asking")
record AskingPolicy(Integer answerDays, Integer remindDays) {

    AskingPolicy {
        answerDays = answerDays == null || answerDays < 2 ? 14 : answerDays;
        remindDays = remindDays == null || remindDays < 1 || remindDays >= answerDays ? answerDays / 2 : remindDays;
    }

    Duration days() {
        return Duration.ofDays(answerDays);
    }

    Duration remindAfter() {
        return Duration.ofDays(remindDays);
    }
}
