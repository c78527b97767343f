package jp.michishirube.casefile;

import java.util.Set;
import jp.michishirube.organization.Role;

/**
 * A room's page on the case, shown in the case's tab bar. Rooms declare one as a bean.
 *
 * @param group under which main tab it is found
 * @param order place within the group
 * @param path  below {@code /cases/{number}/}
 * @param label message key
 * @param roles who sees the tab; empty for everyone who may open the case
 */
public record CaseTab(Group group, int order, String path, String label, Set<Role> roles) {

    /** The main tabs, in their order: few enough for a tablet held upright. */
    public enum Group {
        OVERVIEW, PLAN, REVIEW, CONSENT, RECORD
    }
}
