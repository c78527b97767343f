package jp.michishirube.security;

import java.time.Instant;
import java.util.List;
import jp.michishirube.organization.Person;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person of a browser session. There is no way to make a system of it. */
final class SignedInUser extends DefaultOidcUser {

    private final Identity identity;
    private final Instant signedIn;
    private final Instant asked;

    /**
     * @param signedIn when the session began
     * @param asked    when the provider last said all this
     */
    SignedInUser(OidcIdToken token, Identity identity, Instant signedIn, Instant asked) {
        super(authorities(identity.person()), token);
        this.identity = identity;
        this.signedIn = signedIn;
        this.asked = asked;
    }

    static List<GrantedAuthority> authorities(Person person) {
        return person.roles().stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }

    /** The same session, with what the person may do now. */
    SignedInUser as(Identity now) {
        return new SignedInUser(getIdToken(), now, signedIn, asked);
    }

    Person person() {
        return identity.person();
    }

    Identity identity() {
        return identity;
    }

    Instant signedIn() {
        return signedIn;
    }

    Instant asked() {
        return asked;
    }

    /** The provider's own name of the session, as back-channel logout speaks of it; null where it has none. */
    String providerSession() {
        return getIdToken().getClaims().get("sid") instanceof String sid ? sid : null;
    }
}
