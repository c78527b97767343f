package jp.michishirube.security;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Asks the provider whether a person's session still stands and which roles the person has now: with the refresh token, or where there is
 * none with userinfo.
 */
@Component
class AskAgain {

    private static final Logger LOG = LoggerFactory.getLogger(AskAgain.class);
    /** Where the provider does not answer, the other sessions do not wait for it too. */
    private static final long REST_SECONDS = 10;
    /** Said of the sign-in itself, which a later ID token need not repeat. */
    private static final List<String> OF_SIGN_IN = List.of("acr", "amr", "auth_time", "sid");

    /** What came of it: {@code user} and {@code client} where the provider answered, else whether the session is over. */
    record Answer(SignedInUser user, OAuth2AuthorizedClient client, boolean ended) {

        static final Answer ENDED = new Answer(null, null, true);
        static final Answer NONE = new Answer(null, null, false);
    }

    private final Provider provider;
    private final ProviderTokens tokens;
    private final AskProvider ask;
    private final Clock clock;
    private final RestClientRefreshTokenTokenResponseClient refresh = new RestClientRefreshTokenTokenResponseClient();
    private volatile Instant restsUntil = Instant.MIN;

    AskAgain(Provider provider, ProviderTokens tokens, ProviderHttp http, AskProvider ask, Clock clock) {
        refresh.setRestClient(http.tokens());
        provider.key().sign(refresh);
        this.provider = provider;
        this.tokens = tokens;
        this.ask = ask;
        this.clock = clock;
    }

    Answer of(SignedInUser user, OAuth2AuthorizedClient client) {
        if (client == null || clock.instant().isBefore(restsUntil)) {
            return Answer.NONE;
        }
        try {
            return client.getRefreshToken() == null ? read(user, client, null) : refreshed(user, client);
        } catch (OAuth2AuthorizationException e) {
            return failed(e, e.getError().getErrorCode());
        } catch (OAuth2AuthenticationException e) {
            return failed(e, e.getError().getErrorCode());
        } catch (ProviderTrouble e) {
            return failed(e, e.code().name());
        } catch (BadJwtException e) {
            LOG.warn("identity provider: a refreshed ID token is none");
            return Answer.ENDED;
        }
    }

    private Answer refreshed(SignedInUser user, OAuth2AuthorizedClient client) {
        OAuth2AccessTokenResponse answer = refresh.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(provider.people(), client.getAccessToken(), client.getRefreshToken()));
        OAuth2RefreshToken next = answer.getRefreshToken() == null ? client.getRefreshToken() : answer.getRefreshToken();
        OAuth2AuthorizedClient renewed = new OAuth2AuthorizedClient(client.getClientRegistration(), client.getPrincipalName(), answer.getAccessToken(), next);
        return read(user, renewed, answer.getAdditionalParameters().get("id_token") instanceof String token ? tokens.identity(token) : null);
    }

    /** @param told the new ID token; null where the provider gave none, which it need not (OpenID Connect Core 1.0, 12.2) */
    private Answer read(SignedInUser user, OAuth2AuthorizedClient client, Jwt told) {
        if (told != null && !user.getSubject().equals(told.getSubject())) {
            LOG.warn("identity provider: a refreshed ID token is somebody else's");
            return Answer.ENDED;
        }
        OidcIdToken idToken = told == null ? user.getIdToken() : new OidcIdToken(told.getTokenValue(), told.getIssuedAt(), told.getExpiresAt(),
                withSignIn(told.getClaims(), user.getIdToken()));
        OAuth2AccessToken access = client.getAccessToken();
        Map<String, Object> said = told == null ? withSignIn(Map.of(), user.getIdToken()) : idToken.getClaims();
        SignedInUser now = ask.load(new OidcUserRequest(provider.people(), access, idToken), said, user.signedIn());
        boolean unsaid = told == null && now.identity().gaps().stream().anyMatch(gap -> gap.kind() == Identity.Kind.ROLES_ABSENT);
        // Roles that stand in the ID token alone cannot be asked for without a new one: the session goes on to the end of its grace.
        return unsaid ? new Answer(null, client, false) : new Answer(now, client, false);
    }

    private static Map<String, Object> withSignIn(Map<String, Object> claims, OidcIdToken before) {
        Map<String, Object> all = new HashMap<>(claims);
        OF_SIGN_IN.forEach(name -> {
            if (before.getClaims().get(name) != null) {
                all.putIfAbsent(name, before.getClaims().get(name));
            }
        });
        return all;
    }

    private Answer failed(RuntimeException e, String error) {
        ProviderTrouble.Code trouble = ProviderTrouble.behind(e);
        LOG.warn("identity provider, asked again: {}", trouble == null ? error.replaceAll("[^\\w.-]", "?") : trouble);
        if (trouble != null) {
            restsUntil = clock.instant().plusSeconds(REST_SECONDS);
            return Answer.NONE;
        }
        return "invalid_grant".equals(error) || "invalid_token".equals(error) ? Answer.ENDED : Answer.NONE;
    }
}
