package jp.michishirube.sandbox;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The provider ends a person's sessions and tells the applications by their back channel (OpenID Connect Back-Channel Logout 1.0). */
@Component
class SignOutEverywhere {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final SignIns signIns;
    private final NimbusJwtEncoder encoder;
    private final RestClient http;

    SignOutEverywhere(SignIns signIns, JWKSource<SecurityContext> keys) {
        this.signIns = signIns;
        this.encoder = new NimbusJwtEncoder(keys);
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build());
        factory.setReadTimeout(Duration.ofSeconds(30));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /** @return how many applications were told and agreed */
    int of(String subject) {
        int told = 0;
        for (OAuth2Authorization signIn : signIns.of(subject)) {
            OAuth2AuthorizationRequest request = signIn.getAttribute(OAuth2AuthorizationRequest.class.getName());
            OAuth2Authorization.Token<OidcIdToken> idToken = signIn.getToken(OidcIdToken.class);
            if (request != null && idToken != null && tell(URI.create(request.getRedirectUri()), idToken.getToken())) {
                told++;
            }
            signIns.remove(signIn);
        }
        return told;
    }

    private boolean tell(URI redirect, OidcIdToken idToken) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("logout_token", token(idToken));
        try {
            http.post().uri(redirect.resolve("/logout/connect/back-channel/michishirube")).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }

    private String token(OidcIdToken idToken) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder().issuer(idToken.getIssuer().toString()).subject(idToken.getSubject())
                .audience(idToken.getAudience()).issuedAt(now).expiresAt(now.plusSeconds(120)).id(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()));
        if (idToken.getClaimAsString("sid") != null) {
            claims.claim("sid", idToken.getClaimAsString("sid"));
        }
        return encoder.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build(), claims.build())).getTokenValue();
    }
}
