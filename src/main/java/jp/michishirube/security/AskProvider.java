package jp.michishirube.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;

/** Brings together what the provider says of a person, from those sources that the settings read, at sign-in and whenever it is asked again. */
@Component
class AskProvider implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService library = new OidcUserService();
    private final ReadIdentity identities;
    private final ProviderTokens tokens;
    private final ClaimPlaces places;
    private final Clock clock;

    AskProvider(ReadIdentity identities, ProviderTokens tokens, ProviderHttp http, OidcSettings settings, Clock clock) {
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http.template());
        library.setOauth2UserService(userInfo);
        library.setRetrieveUserInfo(request -> request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() != null);
        this.identities = identities;
        this.tokens = tokens;
        this.places = settings.claims();
        this.clock = clock;
    }

    @Override
    public SignedInUser loadUser(OidcUserRequest request) {
        return load(request, request.getIdToken().getClaims(), clock.instant());
    }

    /**
     * @param idToken  what the ID token says now; empty where the provider gave no new one
     * @param signedIn when the person's session began
     */
    SignedInUser load(OidcUserRequest request, Map<String, Object> idToken, Instant signedIn) {
        OidcUser user = reads(ClaimSource.USERINFO) ? library.loadUser(request) : null;
        Map<String, Object> userInfo = user == null || user.getUserInfo() == null ? Map.of() : user.getUserInfo().getClaims();
        Map<String, Object> access = reads(ClaimSource.ACCESS_TOKEN) ? claims(request.getAccessToken().getTokenValue()) : Map.of();
        Identity identity = identities.of(request.getIdToken().getSubject(), Claims.ofSignIn(idToken, userInfo, access));
        return new SignedInUser(request.getIdToken(), identity, signedIn, clock.instant());
    }

    private boolean reads(ClaimSource source) {
        return Stream.of(places.roles(), places.office(), places.familyName(), places.givenName(), places.name(), places.username(), places.mail())
                .flatMap(List::stream).anyMatch(place -> place.sources().contains(source));
    }

    /** An access token need not be readable by anybody but its audience; then nothing stands in it for us. */
    private Map<String, Object> claims(String accessToken) {
        try {
            return tokens.access(accessToken, any -> OAuth2TokenValidatorResult.success()).getClaims();
        } catch (BadJwtException e) {
            return Map.of();
        }
    }
}
