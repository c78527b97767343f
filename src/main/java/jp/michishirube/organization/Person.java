package jp.michishirube.organization;

import java.util.Set;

/**
 * Who acts: a person signed in, or a system with a token of its own.
 *
 * @param id     the identity provider's subject; stable, no personal data by itself
 * @param name   name to show
 * @param roles  what the person may do; empty for a system, whose scopes say it
 * @param office code of the contracted office; null for the city's staff and systems
 * @param system true for a caller by client credentials
 */
public record Person(String id, String name, Set<Role> roles, String office, boolean system) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isCity() {
        return roles.stream().anyMatch(Role::isCity);
    }

    public boolean isOffice() {
        return office != null && roles.stream().anyMatch(Role::isOffice);
    }
}
