package jp.michishirube.inbox;

import java.util.Arrays;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.Problem;

/**
 * Whose inbox is shown.
 *
 * @param party  the side whose steps are this person's work
 * @param office the only office whose cases are seen; null for the whole municipality
 */
record Viewer(String id, Party party, String office) {

    /** @throws Problem {@code not-allowed} for roles that have no work items */
    static Viewer of(Person me) {
        if (me.isOffice()) {
            return new Viewer(me.id(), Party.OFFICE, me.office());
        }
        if (me.isCity() || me.system()) {
            return new Viewer(me.id(), Party.CITY, null);
        }
        if (me.has(Role.WELFARE_COMMISSIONER)) {
            return new Viewer(me.id(), Party.COMMISSIONER, null);
        }
        throw Problem.forbidden("not-allowed");
    }

    String[] otherParties() {
        return Arrays.stream(Party.values()).filter(other -> other != party).map(Enum::name).toArray(String[]::new);
    }
}
