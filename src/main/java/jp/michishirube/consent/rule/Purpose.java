package jp.michishirube.consent.rule;

import org.springframework.modulith.NamedInterface;

/**
 * What data of a resident is used for. Each purpose is asked, recorded, withdrawn and answered on its own; a combined notice records
 * two of them, it never makes them one.
 */
@NamedInterface("rule")
public enum Purpose {
    /** Functions for all citizens (safety answers, guidance); never part of a plan's consent. */
    CITIZEN_FUNCTIONS,
    /** 計画の作成 (49条の14), and step 1 of the linkage: data about the resident is received (取得します). */
    PLAN_MAKING,
    /** Step 2 of the linkage: the plan is given to the care circle and the named supporters (提供します). */
    PLAN_GIVING,
    /** 平常時の提供 to supporting parties such as 町内会, 民生委員, fire service and police (49条の15). */
    PEACETIME_SHARING;

    /** The purpose under which a finished plan goes to that kind of recipient. */
    public static Purpose ofGivingTo(Party.Kind recipient) {
        return recipient == Party.Kind.CARE_CIRCLE || recipient == Party.Kind.SUPPORTER ? PLAN_GIVING : PEACETIME_SHARING;
    }

    /** Whether data under this purpose may ever go to that kind of recipient. */
    boolean reaches(Party.Kind recipient) {
        boolean within = recipient == Party.Kind.MUNICIPALITY || recipient == Party.Kind.OFFICE;
        return gives() ? !within && ofGivingTo(recipient) == this : within;
    }

    /** Whether a finished plan leaves the city and its office under this purpose. */
    public boolean gives() {
        return this == PLAN_GIVING || this == PEACETIME_SHARING;
    }
}
