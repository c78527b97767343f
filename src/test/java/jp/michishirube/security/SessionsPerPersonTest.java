package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

@ProductTest
class SessionsPerPersonTest {

    @Autowired private FindByIndexNameSessionRepository<? extends Session> sessions;
    @Autowired private ApplicationEventPublisher events;

    @Test
    void aSignInBeyondEndsTheSessionLeftAloneForLongest() {
        String me = "many-screens-" + System.nanoTime();
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            mine.add(keep(sessions, me, Instant.now().minus(Duration.ofMinutes(30 - i))));
        }
        String other = keep(sessions, me + "-other", Instant.now().minus(Duration.ofMinutes(50)));
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(new TestingAuthenticationToken(me, ""), getClass()));
        assertThat(sessions.findByPrincipalName(me).keySet()).containsExactlyInAnyOrderElementsOf(mine.subList(3, 7));
        assertThat(sessions.findById(other)).isNotNull();
    }

    private static <S extends Session> String keep(FindByIndexNameSessionRepository<S> sessions, String person, Instant last) {
        S session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person);
        session.setLastAccessedTime(last);
        sessions.save(session);
        return session.getId();
    }
}
