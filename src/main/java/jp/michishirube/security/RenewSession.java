package jp.michishirube.security;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the provider once for a session, however many of its requests are under way on however many nodes: providers take a refresh token
 * once. Whoever comes second goes on with what is known, which is a moment old, or, where that is too old, waits for what the first is told.
 */
@Component
class RenewSession {

    enum Outcome { RENEWED, UNANSWERED, ENDED }

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
    /** Where the library keeps the tokens of a session, see {@link HttpSessionOAuth2AuthorizedClientRepository}. */
    private static final String CLIENTS = HttpSessionOAuth2AuthorizedClientRepository.class.getName() + ".AUTHORIZED_CLIENTS";
    /** At once: a slow provider must not hold the connections of all. */
    private static final int AT_ONCE = 4;
    private static final Duration LOOKS_AGAIN = Duration.ofMillis(100);

    private final SessionRepository<? extends Session> sessions;
    private final AskAgain again;
    private final RememberPerson remember;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);

    RenewSession(SessionRepository<? extends Session> sessions, AskAgain again, RememberPerson remember, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.again = again;
        this.remember = remember;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param context  of the request's session; what the provider says now is put into it, for this request
     * @param patience how long to wait for another request that asks for this session, or for a place; no connection is held meanwhile
     */
    Outcome ask(SignedInUser user, SecurityContext context, HttpSession session, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        Optional<Outcome> told = askInTurn(user, context, session);
        while (told.isEmpty() && System.nanoTime() < until && rested()) {
            told = askInTurn(user, context, session);
        }
        return told.orElse(Outcome.UNANSWERED);
    }

    /** @return empty while it is another request's turn */
    private Optional<Outcome> askInTurn(SignedInUser user, SecurityContext context, HttpSession session) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(transaction.execute(status -> {
                boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))").param(session.getId()).query(Boolean.class).single();
                return mine ? ask(sessions, session.getId(), user, context) : null;
            }));
        } finally {
            places.release();
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(LOOKS_AGAIN.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <S extends Session> Outcome ask(SessionRepository<S> repository, String id, SignedInUser user, SecurityContext context) {
        S stored = repository.findById(id);
        if (stored == null || !(stored.getAttribute(CONTEXT) instanceof SecurityContext known)
                || !(known.getAuthentication().getPrincipal() instanceof SignedInUser last)) {
            return Outcome.ENDED;
        }
        if (last.asked().isAfter(user.asked())) {
            context.setAuthentication(known.getAuthentication());
            return Outcome.RENEWED;
        }
        Map<String, OAuth2AuthorizedClient> clients = stored.getAttribute(CLIENTS);
        AskAgain.Answer answer = again.of(user, clients == null ? null : clients.get(Provider.PEOPLE));
        if (answer.ended()) {
            remember.forgotten(user.getSubject());
            return Outcome.ENDED;
        }
        if (answer.client() != null) {
            stored.setAttribute(CLIENTS, new HashMap<>(Map.of(Provider.PEOPLE, answer.client())));
        }
        if (answer.user() != null) {
            Authentication renewed = new OAuth2AuthenticationToken(answer.user(), answer.user().getAuthorities(), Provider.PEOPLE);
            // Kept at once and not with the request's own copy of the session, which may be written much later.
            stored.setAttribute(CONTEXT, new SecurityContextImpl(renewed));
            context.setAuthentication(renewed);
            remember.remember(answer.user().identity());
        }
        repository.save(stored);
        return answer.user() == null ? Outcome.UNANSWERED : Outcome.RENEWED;
    }
}
