package jp.michishirube.security;

import java.util.Collection;
import jp.michishirube.organization.Person;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Whoever calls the API, decided once when the token was read. */
final class ApiCaller extends JwtAuthenticationToken {

    private final Person person;

    ApiCaller(Jwt token, Person person, Collection<? extends GrantedAuthority> authorities) {
        super(token, authorities, person.id());
        this.person = person;
    }

    Person person() {
        return person;
    }

    /** A system by its scopes, a person by a role; somebody without either has no business here. */
    boolean mayEnter() {
        return person.system() || !person.roles().isEmpty();
    }
}
