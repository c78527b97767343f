package jp.michishirube.security;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** What a token must be to open the API: an access token with an end that is near, meant for this API, given to a client that is not the browsers'. */
@Component
class ApiTokenRules implements OAuth2TokenValidator<Jwt> {

    /** Claims that ID and logout tokens carry and access tokens do not (OpenID Connect Core 1.0, 2 and 3.3.2.11; Back-Channel Logout 1.0, 2.4). */
    private static final Set<String> OF_OTHER_TOKENS = Set.of("nonce", "at_hash", "c_hash", "s_hash", "events");

    private final OidcSettings settings;
    private final Clock clock;

    ApiTokenRules(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String wrong = wrong(token);
        return wrong == null ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", wrong, null));
    }

    /** @return the client that the token was given to; empty where it names none, or two */
    Optional<String> client(Jwt token) {
        List<String> named = settings.api().clientClaims().stream().map(token.getClaims()::get).filter(java.util.Objects::nonNull)
                .map(value -> Values.text(value).orElse("")).distinct().toList();
        return named.size() == 1 && !named.get(0).isEmpty() ? Optional.of(named.get(0)) : Optional.empty();
    }

    private String wrong(Jwt token) {
        if (token.getExpiresAt() == null || token.getExpiresAt().isAfter(clock.instant().plus(settings.api().longest()))) {
            return "exp";
        }
        if (Values.text(token.getClaims().get("sub")).isEmpty()) {
            return "sub";
        }
        if (Values.of(token.getClaims().get("aud")).stream().noneMatch(settings.api().audience()::contains)) {
            return "aud";
        }
        // Some providers write ID, refresh and access token alike but for a claim of this name.
        Object kind = token.getClaims().get("typ");
        if (kind != null && !"Bearer".equals(kind) || OF_OTHER_TOKENS.stream().anyMatch(token.getClaims()::containsKey)) {
            return "typ";
        }
        return client(token).filter(client -> !client.equals(settings.clientId())).isEmpty() ? "azp" : null;
    }
}
