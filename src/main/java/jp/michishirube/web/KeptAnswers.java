package jp.michishirube.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Answers to calls with a key of their own, for a day. They name ids and case numbers only. */
@Repository
class KeptAnswers {

    /** A call that has not ended by then was lost together with its node. */
    private static final Duration LOST = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param call fingerprint of the call that was answered: where it went and what it sent */
    record Answer(String call, int status, String location, String contentType, byte[] body) {

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            if (location != null) {
                response.setHeader("Location", location);
            }
            if (contentType != null) {
                response.setContentType(contentType);
            }
            response.getOutputStream().write(body);
        }
    }

    /** @return whether this call is the first with the key, and may go on */
    boolean begin(String caller, String key) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                insert into web.kept_answer (caller, key, started_at) values (:caller, :key, :now)
                on conflict (caller, key) do update set started_at = excluded.started_at
                    where kept_answer.status is null and kept_answer.started_at < :lost
                """).param("caller", caller).param("key", key).param("now", now).param("lost", now.minus(LOST)).update() == 1;
    }

    void keep(String caller, String key, Answer answer) {
        jdbc.sql("""
                update web.kept_answer set call = :call, status = :status, location = :location, content_type = :type, body = :body
                where caller = :caller and key = :key
                """).param("call", answer.call()).param("status", answer.status()).param("location", answer.location())
                .param("type", answer.contentType()).param("body", answer.body()).param("caller", caller).param("key", key).update();
    }

    void forget(String caller, String key) {
        jdbc.sql("delete from web.kept_answer where caller = ? and key = ? and status is null").param(caller).param(key).update();
    }

    /** @return empty while the first call is still under way */
    Optional<Answer> find(String caller, String key) {
        return jdbc.sql("select * from web.kept_answer where caller = ? and key = ? and status is not null").param(caller).param(key)
                .query((rs, n) -> new Answer(rs.getString("call"), rs.getInt("status"), rs.getString("location"), rs.getString("content_type"),
                        rs.getBytes("body"))).optional();
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Tokyo")
    void forgetOld() {
        jdbc.sql("delete from web.kept_answer where started_at < ?").param(OffsetDateTime.now(clock).minus(KEPT)).update();
    }
}
