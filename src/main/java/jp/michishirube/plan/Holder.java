package jp.michishirube.plan;

import java.util.Arrays;
import java.util.Optional;

/** Who held a linked value; the word before the dot of a form's {@code x-link}. */
public enum Holder {
    /** 都市OS */
    CITY_OS("cityos"),
    /** The municipality's secure gateway. */
    GATEWAY("gateway"),
    /** デジタル防災 */
    DISASTER_APP("disasterapp"),
    /** ケアエール */
    CARE_CIRCLE("carecircle"),
    /** お薬手帳 (JAHIS), read at the interview. */
    JAHIS("jahis"),
    /** 避難行動要支援者名簿 */
    ROSTER("roster"),
    /** The plan before a renewal. */
    PREVIOUS_PLAN("previous");

    private final String prefix;

    Holder(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /** Message key of the name people know it by. */
    public String label() {
        return "plan.holder." + name();
    }

    public static Optional<Holder> ofLink(String link) {
        int dot = link.indexOf('.');
        return dot < 0 ? Optional.empty() : Arrays.stream(values()).filter(h -> h.prefix.equals(link.substring(0, dot))).findFirst();
    }
}
