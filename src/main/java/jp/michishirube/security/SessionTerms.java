package jp.michishirube.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long a session of the browser goes on: not past its absolute end, and no longer than the provider stands by it. Before every chain of
 * Spring Security, pages and Cockpit alike; a session that ended here is then nobody's.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class SessionTerms extends OncePerRequestFilter {

    private static final List<String> NOBODYS = List.of("/css/", "/js/", "/img/", "/webjars/", "/api/", "/verify", "/actuator/", "/icon.svg", "/favicon.ico",
            "/logout");

    /** Longer than a provider takes to answer; for whom nobody asked so long that the session would else be over. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SessionTerms.class);

    private final OidcSettings.Session terms;
    private final RenewSession renew;
    private final KnownHere known;
    private final Clock clock;

    SessionTerms(OidcSettings settings, RenewSession renew, KnownHere known, Clock clock) {
        this.terms = settings.session();
        this.renew = renew;
        this.known = known;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return NOBODYS.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !goesOn(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean goesOn(HttpSession session) {
        try {
            return !(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context)
                    || context.getAuthentication() == null
                    || context.getAuthentication().getPrincipal() instanceof SignedInUser user && goesOn(user, context, session) && bounded(context);
        } catch (ConversionException e) {
            // Written by another version of the product: its person signs in again.
            LOG.info("a session that cannot be read is ended");
            return false;
        }
    }

    /** What the person may do on this day, for this request alone: the session keeps what the provider said. */
    private boolean bounded(SecurityContext context) {
        SignedInUser user = (SignedInUser) context.getAuthentication().getPrincipal();
        Identity today = known.today(user.identity());
        if (!today.equals(user.identity())) {
            SignedInUser now = user.as(today);
            context.setAuthentication(new OAuth2AuthenticationToken(now, now.getAuthorities(), Provider.PEOPLE));
        }
        return true;
    }

    private boolean goesOn(SignedInUser user, SecurityContext context, HttpSession session) {
        Instant now = clock.instant();
        if (!now.isBefore(user.signedIn().plus(terms.end()))) {
            return false;
        }
        Instant due = user.asked().plus(terms.askAgain());
        if (now.isBefore(due)) {
            return true;
        }
        boolean over = !now.isBefore(due.plus(terms.grace()));
        return switch (renew.ask(user, context, session, over ? PATIENCE : Duration.ZERO)) {
            case RENEWED -> true;
            case ENDED -> false;
            case UNANSWERED -> !over;
        };
    }
}
