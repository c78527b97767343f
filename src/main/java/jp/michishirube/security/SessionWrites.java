package jp.michishirube.security;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * How two requests of one session at the same moment (a double click, two tabs) keep what both put into it: the later one stands. Spring
 * Session's own customizer for PostgreSQL does so much; here a session that was ended meanwhile takes nothing any more, too, where the
 * library's plain insert would break on the missing row after the act itself is done.
 */
@Component
class SessionWrites implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    private static final String KEEP = """
            insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            select s.primary_id, put.name, put.bytes
            from (values (cast(? as char(36)), cast(? as text), cast(? as bytea))) put (id, name, bytes) join %TABLE_NAME% s on s.primary_id = put.id
            for key share of s
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setCreateSessionAttributeQuery(KEEP);
    }
}
