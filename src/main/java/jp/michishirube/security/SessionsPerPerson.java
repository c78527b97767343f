package jp.michishirube.security;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** A person works at a few screens, not at a hundred: a sign-in beyond ends the session that was left alone for longest. */
@Component
class SessionsPerPerson {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final int most;

    SessionsPerPerson(FindByIndexNameSessionRepository<? extends Session> sessions, @Value("${michishirube.session.per-person:5}") int most) {
        this.sessions = sessions;
        this.most = Math.max(1, most);
    }

    /** The session now beginning is not kept yet. */
    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        List<? extends Session> open = sessions.findByPrincipalName(event.getAuthentication().getName()).values().stream()
                .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed()).toList();
        open.stream().skip(most - 1L).forEach(s -> sessions.deleteById(s.getId()));
    }
}
