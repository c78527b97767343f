package jp.michishirube.sandbox;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * Where people may be sent back to: the registered addresses, and the product's sign-in path on any port of this machine, since a
 * test or a second start takes whatever port is free.
 */
final class RedirectRules {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Pattern SIGN_IN = Pattern.compile("/login/oauth2/code/[a-z0-9-]+|/swagger-ui/oauth2-redirect\\.html");

    private RedirectRules() {}

    static Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> signIn() {
        return context -> {
            OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
            String uri = request.getRedirectUri();
            if (uri == null || !(context.getRegisteredClient().getRedirectUris().contains(uri) || here(uri, SIGN_IN))) {
                // Without a trusted address the error is shown here and goes nowhere else.
                throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error("invalid_request", "redirect_uri", null), null);
            }
        };
    }

    static Consumer<OidcLogoutAuthenticationContext> signOut() {
        return context -> {
            OidcLogoutAuthenticationToken request = context.getAuthentication();
            String uri = request.getPostLogoutRedirectUri();
            if (uri != null && !context.getRegisteredClient().getPostLogoutRedirectUris().contains(uri)
                    && !here(uri, Pattern.compile("/?|/[a-z0-9/-]*"))) {
                throw new OAuth2AuthenticationException(new OAuth2Error("invalid_request", "post_logout_redirect_uri", null));
            }
        };
    }

    private static boolean here(String address, Pattern path) {
        try {
            URI uri = URI.create(address);
            return "http".equals(uri.getScheme()) && uri.getUserInfo() == null && uri.getFragment() == null
                    && uri.getHost() != null && THIS_MACHINE.contains(uri.getHost()) && path.matcher(uri.getPath()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
