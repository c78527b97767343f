package jp.michishirube.signing;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates that this installation has sealed with, the present one and those before. */
@Repository
class SealCertificates {

    private final JdbcClient jdbc;
    private final Clock clock;

    SealCertificates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void remember(byte[] certificate) {
        jdbc.sql("insert into signing.seal_certificate (fingerprint, certificate, first_used) values (?, ?, ?) on conflict do nothing")
                .params(Hashes.sha256(certificate), certificate, clock.instant().atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime())
                .update();
    }

    boolean knows(byte[] certificate) {
        return jdbc.sql("select count(*) from signing.seal_certificate where fingerprint = ?").param(Hashes.sha256(certificate))
                .query(Integer.class).single() > 0;
    }
}
