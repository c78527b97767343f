package jp.michishirube.organization;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts: a person signed in, or a system with a token of its own.
 *
 * @param id       the identity provider's subject; stable, no personal data by itself
 * @param name     name to show
 * @param roles    what the person may do; empty for a system, whose scopes say it
 * @param office   code of the contracted office; null for the city's staff and systems
 * @param system   true for a caller by client credentials
 * @param username by which the municipality's settings speak of the person; empty where the identity provider tells none
 */
public record Person(String id, String name, Set<Role> roles, String office, boolean system, String username) implements Serializable {

    /** Shown where nobody told a name; kept as it is where an act is noted, hence in one language. */
    public static final String NO_NAME = "（氏名の登録なし）";

    /** A role of an office without an office would have no bounds: it is none. */
    public Person {
        roles = office == null ? roles.stream().filter(role -> !role.isOffice()).collect(Collectors.toUnmodifiableSet()) : Set.copyOf(roles);
    }

    /** Somebody whom the settings call by the id. */
    public Person(String id, String name, Set<Role> roles, String office, boolean system) {
        this(id, name, roles, office, system, id);
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
