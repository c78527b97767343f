package jp.michishirube.sharing;

import java.util.Locale;
import java.util.Map;
import jp.michishirube.consent.rule.Party;

/**
 * Someone to whom a finished plan of a case may go.
 *
 * @param name    shown to the resident and in the disclosure log
 * @param letter  by which the form's {@code x-seen-by} names the reader
 * @param channel the way the plan takes
 */
record Recipient(Party party, String name, String letter, Channel channel) {

    enum Channel {
        /** Sent over HTTP, taken back over HTTP. */
        CARE_CIRCLE_APP,
        /** Read on a page of ours, by those who act for the recipient. */
        PAGE,
        /** A copy on paper, handed over by the office or the city. */
        PAPER
    }

    /** The same by another way. */
    Recipient by(Channel other) {
        return new Recipient(party, name, letter, other);
    }

    /** Name of a timeline event about what comes this way, since the sentence differs: {@code plan-delivered-paper}. */
    String event(String what) {
        return what + "-" + (channel == Channel.CARE_CIRCLE_APP ? "app" : channel.name().toLowerCase(Locale.ROOT));
    }

    /** Who it is, for the sentence: the person's right to know to whom the plan went. */
    Map<String, String> named() {
        return Map.of("name", name);
    }

    static String letterOf(Party.Kind kind) {
        return switch (kind) {
            case SUPPORTER -> "S";
            case NEIGHBOURHOOD, SOCIAL_WELFARE_COUNCIL -> "N";
            case WELFARE_COMMISSIONER -> "W";
            case FIRE_SERVICE, POLICE -> "F";
            case CARE_CIRCLE -> "C";
            case MUNICIPALITY, OFFICE -> throw new IllegalArgumentException("not a recipient: " + kind);
        };
    }
}
