package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

import jp.michishirube.organization.People;

/**
 * Ends our sessions when the provider says so (OpenID Connect Back-Channel Logout 1.0): by deleting them, whichever node they began on, and
 * with them the tokens that the person's programs were given before. The library has checked the token; it names a session, a person, or both.
 */
@Component
class EndSessions implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EndSessions.class);

    private final ProviderSessions known;
    private final SessionRepository<? extends Session> sessions;
    private final People people;
    private final Clock clock;

    EndSessions(ProviderSessions known, SessionRepository<? extends Session> sessions, People people, Clock clock) {
        this.known = known;
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OidcLogoutToken token = (OidcLogoutToken) authentication.getPrincipal();
        response.setHeader("Cache-Control", "no-store");
        if (token.getSubject() == null && token.getSessionId() == null) {
            return;
        }
        List<ProviderSessions.Known> ended = known.take(token.getSubject(), token.getSessionId());
        ended.forEach(session -> sessions.deleteById(session.id()));
        Stream.concat(Stream.ofNullable(token.getSubject()), ended.stream().map(ProviderSessions.Known::subject)).distinct()
                .forEach(subject -> people.ended(subject, clock.instant()));
        LOG.info("ended by the identity provider: {} sessions", ended.size());
    }
}
