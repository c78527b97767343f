package jp.michishirube.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.organization.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Decides whether a token of the API stands for a system or for a person: by the client it was given to and by what the token says of
 * itself, never by what it does not say.
 */
@Component
class ReadCaller implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadCaller.class);
    /** How Keycloak names the account of a client. */
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final OidcSettings settings;
    private final ApiTokenRules rules;
    private final ReadIdentity identities;

    ReadCaller(OidcSettings settings, ApiTokenRules rules, ReadIdentity identities) {
        this.settings = settings;
        this.rules = rules;
        this.identities = identities;
    }

    @Override
    public ApiCaller convert(Jwt token) {
        String client = rules.client(token).orElseThrow(() -> new InvalidBearerTokenException("no client"));
        Optional<OidcSettings.SystemClient> system = settings.systems().stream().filter(s -> s.client().equals(client)).findFirst();
        if (ofClientItself(token, client, system)) {
            return system.map(s -> system(token, s)).orElseThrow(() -> unknown(client));
        }
        Person person = identities.of(token.getSubject(), Claims.ofToken(token.getClaims())).person();
        List<GrantedAuthority> all = new ArrayList<>(SignedInUser.authorities(person));
        scopes(token).forEach(scope -> all.add(scope(scope)));
        return new ApiCaller(token, person, all);
    }

    /** Roles of a system's token mean nothing: what a system may do stands in its settings. */
    private ApiCaller system(Jwt token, OidcSettings.SystemClient system) {
        List<GrantedAuthority> granted = scopes(token).stream().filter(system.scopes()::contains).map(ReadCaller::scope).toList();
        return new ApiCaller(token, new Person(system.client(), system.client(), Set.of(), null, true, ""), granted);
    }

    /** By the subject (RFC 9068, 2.2; or the one in the settings), by Entra's {@code idtyp}, by the name of Keycloak's service accounts. */
    private static boolean ofClientItself(Jwt token, String client, Optional<OidcSettings.SystemClient> system) {
        boolean subject = token.getSubject().equals(client) || system.map(OidcSettings.SystemClient::subject).filter(token.getSubject()::equals).isPresent();
        return subject || "app".equals(token.getClaims().get("idtyp"))
                || (SERVICE_ACCOUNT + client).equals(token.getClaims().get("preferred_username"));
    }

    private Set<String> scopes(Jwt token) {
        Object named = settings.api().scopeClaims().stream().map(token.getClaims()::get).filter(Objects::nonNull).findFirst().orElse(null);
        if (named instanceof String text) {
            return Set.copyOf(List.of(text.strip().split("\\s+")));
        }
        return named instanceof List<?> list && list.stream().allMatch(String.class::isInstance) ? Values.of(list) : Set.of();
    }

    private static GrantedAuthority scope(String name) {
        return new SimpleGrantedAuthority("SCOPE_" + name);
    }

    private static InvalidBearerTokenException unknown(String client) {
        LOG.warn("API: client {} is not named in michishirube.oidc.systems", client.replaceAll("[^\\w.@-]", "?"));
        return new InvalidBearerTokenException("unknown client");
    }
}
