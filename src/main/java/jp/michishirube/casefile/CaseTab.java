package jp.michishirube.casefile;

import java.util.Set;
import jp.michishirube.organization.Role;

/**
 * A room's page on the case, shown in the case's tab bar. Rooms declare one as a bean.
 *
 * @param order     place in the bar
 * @param path      below {@code /cases/{number}/}
 * @param label     message key
 * @param roles     who sees the tab; empty for everyone who may open the case
 */
public record CaseTab(int order, String path, String label, Set<Role> roles) {}
