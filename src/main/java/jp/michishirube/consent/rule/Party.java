package jp.michishirube.consent.rule;

import org.springframework.modulith.NamedInterface;

/**
 * Who would receive data: a kind, named in the notices and policies, and which one of that kind.
 *
 * @param key  which one: the {@link SupporterKey} of a supporter, the code of an office, a 町内会's or commissioner's key; may be null
 *             where the municipality has one only
 * @param area 町 in which the party works; null for one that works in the whole municipality
 */
@NamedInterface("rule")
public record Party(Kind kind, String key, String area) {

    /** Kinds of recipients, as notices and ordinances name them. */
    @NamedInterface("rule")
    public enum Kind {
        /** The municipality's own staff. */
        MUNICIPALITY(false),
        /** 受託事業者 that makes the plan. */
        OFFICE(false),
        /** The care circle app, with the people whom the resident let into it. */
        CARE_CIRCLE(false),
        /** 避難支援等実施者: a person or organisation named in the plan. */
        SUPPORTER(true),
        /** 町内会, 自主防災組織 */
        NEIGHBOURHOOD(true),
        /** 民生委員 */
        WELFARE_COMMISSIONER(true),
        FIRE_SERVICE(true),
        POLICE(true),
        /** 社会福祉協議会 */
        SOCIAL_WELFARE_COUNCIL(true);

        private final boolean supporting;

        Kind(boolean supporting) {
            this.supporting = supporting;
        }

        /** 避難支援等関係者: those to whom the law lets a plan go without consent when disaster strikes (49条の15). */
        public boolean isSupportingParty() {
            return supporting;
        }

        /** Rescue bodies: they alone may know of a protected resident (支援措置), as far as any ground lets them. */
        public boolean isRescueBody() {
            return this == FIRE_SERVICE || this == POLICE;
        }
    }

    public static Party of(Kind kind) {
        return new Party(kind, null, null);
    }

    public static Party of(Kind kind, String key) {
        return new Party(kind, key, null);
    }
}
