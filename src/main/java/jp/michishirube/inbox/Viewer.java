package jp.michishirube.inbox;

import java.util.Arrays;
import java.util.Set;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.casefile.CommissionerAreas;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.Problem;

/**
 * Whose inbox is shown.
 *
 * @param party     the side whose steps are this person's work
 * @param office    the only office whose cases are seen; null for the whole municipality
 * @param protects  of which protected residents the person may know, so that pages are full and tabs count what they show
 * @param areas     of a 民生委員 the 町 of the own; of others none is asked
 */
record Viewer(String id, Party party, String office, Protects protects, Set<String> areas) {

    /** Of an office, or of the city. */
    Viewer(String id, Party party, String office, Protects protects) {
        this(id, party, office, protects, Set.of());
    }

    /** All of those in the list, those whose step is free or one's own, or none. */
    enum Protects {
        ALL(""),
        OWN_WORK("(case_id not in (select case_id from casefile.guarded) or party = 'CITY' and (assignee is null or assignee = :me)) and "),
        NONE("case_id not in (select case_id from casefile.guarded) and ");

        private final String condition;

        Protects(String condition) {
            this.condition = condition;
        }
    }

    /** @throws Problem {@code not-allowed} for roles that have no work items */
    static Viewer of(Person me, ProtectedPeople people, CommissionerAreas areas) {
        if (me.isOffice()) {
            return new Viewer(me.id(), Party.OFFICE, me.office(), Protects.ALL);
        }
        if (me.isCity() || me.system()) {
            return new Viewer(me.id(), Party.CITY, null, people.maySet(me) ? Protects.ALL : me.has(Role.REVIEWER) ? Protects.OWN_WORK : Protects.NONE);
        }
        if (me.has(Role.WELFARE_COMMISSIONER)) {
            return new Viewer(me.id(), Party.COMMISSIONER, null, Protects.NONE, areas.of(me));
        }
        throw Problem.forbidden("not-allowed");
    }

    /** What of the list the person may see at all, ending in {@code and} where it asks anything. */
    String scope() {
        return (office == null ? "" : "office = :office and ") + people();
    }

    /**
     * The same without the office. A 民生委員 is no staff of the city: of those whose plan is not to be confirmed now, and of other 町, nobody is
     * shown, not even by name.
     */
    String people() {
        return (party == Party.COMMISSIONER ? "party = 'COMMISSIONER' and area = any(:areas) and " : "") + protects.condition;
    }

    /** A 民生委員 for whom the municipality names no 町: nobody is shown, and the page says why. */
    boolean isNowhere() {
        return party == Party.COMMISSIONER && areas.isEmpty();
    }

    String[] ownAreas() {
        return areas.toArray(String[]::new);
    }

    String[] otherParties() {
        return Arrays.stream(Party.values()).filter(other -> other != party).map(Enum::name).toArray(String[]::new);
    }
}
