package jp.michishirube.security;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.security.Identity.Gap;
import jp.michishirube.security.Identity.Kind;
import org.springframework.stereotype.Component;

/**
 * Reads a person from claims, by the settings. A claim that is missing or odd gives less and never more: no role, no office, and never
 * the standing of a system.
 */
@Component
class ReadIdentity {

    private static final int SHOWN = 10;

    private final OidcSettings settings;

    ReadIdentity(OidcSettings settings) {
        this.settings = settings;
    }

    Identity of(String subject, Claims claims) {
        List<Gap> gaps = new ArrayList<>();
        Set<Role> roles = roles(claims, gaps);
        roles.removeIf(role -> !signedInWellEnough(role, claims, gaps));
        // An office says something of those who work for one only; without it their roles would have no bounds.
        String office = roles.stream().anyMatch(Role::isOffice) ? office(claims, gaps).orElse(null) : null;
        if (office == null) {
            roles.removeIf(Role::isOffice);
        }
        // Not the subject in its place: a setting that speaks of somebody must not reach who happens to have that number.
        String username = text(claims, settings.claims().username()).orElse("");
        return new Identity(new Person(subject, new PersonName(settings.claims()).of(subject, claims), roles, office, false, username),
                text(claims, settings.claims().mail()).orElse(null), gaps);
    }

    private Set<Role> roles(Claims claims, List<Gap> gaps) {
        Optional<Object> at = claims.at(settings.claims().roles());
        Set<String> names = at.map(Values::of).orElse(Set.of());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (settings.namesOf(role).stream().anyMatch(names::contains)) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            Kind why = at.isEmpty() ? Kind.ROLES_ABSENT : names.isEmpty() ? Kind.ROLES_ODD : Kind.ROLES_UNKNOWN;
            gaps.add(gap(why, settings.claims().roles(), names));
        }
        return roles;
    }

    private Optional<String> office(Claims claims, List<Gap> gaps) {
        Optional<Object> at = claims.at(settings.claims().office());
        Set<String> codes = at.map(Values::of).orElse(Set.of());
        if (codes.size() == 1) {
            return Optional.of(codes.iterator().next());
        }
        Kind why = at.isEmpty() ? Kind.OFFICE_ABSENT : codes.isEmpty() ? Kind.OFFICE_ODD : Kind.OFFICE_SEVERAL;
        gaps.add(gap(why, settings.claims().office(), codes));
        return Optional.empty();
    }

    private boolean signedInWellEnough(Role role, Claims claims, List<Gap> gaps) {
        OidcSettings.Demand demand = settings.demand().get(role);
        if (demand == null) {
            return true;
        }
        Set<String> acr = claims.ofIdToken("acr").flatMap(Values::text).map(Set::of).orElse(Set.of());
        Set<String> amr = claims.ofIdToken("amr").map(Values::of).orElse(Set.of());
        boolean enough = (demand.acr().isEmpty() || demand.acr().stream().anyMatch(acr::contains))
                && (demand.amr().isEmpty() || demand.amr().stream().anyMatch(amr::contains));
        if (!enough) {
            gaps.add(new Gap(Kind.SIGN_IN_WEAK, role.name(), acr.stream().limit(SHOWN).toList()));
        }
        return enough;
    }

    private static Gap gap(Kind kind, List<ClaimPlace> places, Set<String> found) {
        return new Gap(kind, places.stream().map(ClaimPlace::toString).collect(Collectors.joining(", ")), found.stream().limit(SHOWN).toList());
    }

    private static Optional<String> text(Claims claims, List<ClaimPlace> places) {
        return claims.at(places).flatMap(Values::text);
    }
}
