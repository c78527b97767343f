package jp.michishirube.casefile;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.municipality.PolicySection;
import jp.michishirube.organization.Role;

/**
 * Section {@code protection} of {@code municipality.yaml}.
 *
 * @param setBy roles of the city that set, see and end 支援措置 and see these people on the screen; another than the city's is left out
 */
@PolicySection("protection")
record ProtectionPolicy(Set<Role> setBy) {

    ProtectionPolicy {
        setBy = setBy == null ? EnumSet.of(Role.ROSTER_MANAGER) : setBy.stream().filter(Role::isCity).collect(Collectors.toUnmodifiableSet());
    }
}
