package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Ends our sessions when the provider says so (OpenID Connect Back-Channel Logout 1.0): by deleting them, whichever node they began on. The
 * library has checked the token; it names a session, a person, or both.
 */
@Component
class EndSessions implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EndSessions.class);

    private final ProviderSessions known;
    private final SessionRepository<? extends Session> sessions;

    EndSessions(ProviderSessions known, SessionRepository<? extends Session> sessions) {
        this.known = known;
        this.sessions = sessions;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OidcLogoutToken token = (OidcLogoutToken) authentication.getPrincipal();
        response.setHeader("Cache-Control", "no-store");
        if (token.getSubject() == null && token.getSessionId() == null) {
            return;
        }
        List<String> ended = known.take(token.getSubject(), token.getSessionId());
        ended.forEach(sessions::deleteById);
        LOG.info("ended by the identity provider: {} sessions", ended.size());
    }
}
