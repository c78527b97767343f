package jp.michishirube.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Reads the person from the sign-in session (ID token) or from the API's access token; both carry the same claims. */
@Component
class SignedIn implements WhoAmI {

    @Override
    public Optional<Person> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof OidcUser user) {
            return Optional.of(person(user.getSubject(), user.getClaims()));
        }
        if (authentication instanceof JwtAuthenticationToken token) {
            return Optional.of(person(token.getToken().getSubject(), token.getToken().getClaims()));
        }
        return Optional.empty();
    }

    static Person person(String subject, Map<String, Object> claims) {
        Set<Role> roles = roles(claims);
        Object name = claims.get("name");
        // A client-credentials token names a system: it carries no person's claims, its subject is the client.
        boolean system = !claims.containsKey("roles");
        return new Person(subject, name == null ? subject : name.toString(), roles, (String) claims.get("office"), system);
    }

    static Set<Role> roles(Map<String, Object> claims) {
        Collection<?> named = claims.get("roles") instanceof Collection<?> list ? list : List.of();
        return named.stream().map(Object::toString).flatMap(SignedIn::known).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** A role that the product does not know gives no right. */
    private static Stream<Role> known(String name) {
        return Stream.of(Role.values()).filter(r -> r.name().equals(name));
    }
}
