package jp.michishirube.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form from another site brings an ID token, but no cookie of ours along: as Keycloak does, the session that the token names is ended all the
 * same. The library ends only that of the cookie.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignOutByToken extends OncePerRequestFilter {

    private final OidcLogoutAuthenticationSuccessHandler library = new OidcLogoutAuthenticationSuccessHandler();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    void signOut(HttpServletRequest request, HttpServletResponse response, Authentication done) throws IOException, ServletException {
        String session = ((OidcLogoutAuthenticationToken) done).getIdToken().getClaimAsString("sid");
        if (session != null) {
            ended.add(session);
        }
        library.onAuthenticationSuccess(request, response, done);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && ended.remove(name(session))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    /** As the library writes it into tokens. */
    private static String name(HttpSession session) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(session.getId().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
