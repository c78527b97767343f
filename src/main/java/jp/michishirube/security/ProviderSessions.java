package jp.michishirube.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of our sessions stands under which session of the provider: in the database, so that any node can end it. */
@Repository
class ProviderSessions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration longest;

    ProviderSessions(JdbcClient jdbc, Clock clock, OidcSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.longest = settings.session().end();
    }

    /** @param id of our session */
    record Known(String id, String subject) {}

    void add(String sessionId, SignedInUser user) {
        jdbc.sql("delete from organization.provider_session where since < ?").param(Timestamp.from(clock.instant().minus(longest))).update();
        jdbc.sql("insert into organization.provider_session (session_id, subject, provider_session, since) values (?, ?, ?, ?) on conflict do nothing")
                .params(sessionId, user.getSubject(), user.providerSession(), Timestamp.from(clock.instant())).update();
    }

    /**
     * @param subject         null where the provider names a session alone
     * @param providerSession null where the provider names a person alone: all of the person's sessions
     * @return our sessions, which are known here no longer
     */
    List<Known> take(String subject, String providerSession) {
        return jdbc.sql("""
                delete from organization.provider_session
                where (cast(:subject as text) is null or subject = :subject) and (cast(:session as text) is null or provider_session = :session)
                returning session_id, subject
                """).param("subject", subject).param("session", providerSession).query((rs, n) -> new Known(rs.getString(1), rs.getString(2))).list();
    }
}
