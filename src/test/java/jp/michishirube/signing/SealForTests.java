package jp.michishirube.signing;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seal with a key of its own. */
public final class SealForTests {

    private SealForTests() {}

    public static CitySeal of(DataSource database, Path keystore) {
        return of(database, keystore, Clock.systemUTC());
    }

    /** @param clock by which the certificate, made now, is judged */
    public static CitySeal of(DataSource database, Path keystore, Clock clock) {
        char[] password = "own".toCharArray();
        OwnKey.make(keystore, password, "見本市", Clock.systemUTC().instant());
        return new CitySeal(new SealKeys(SealKey.open(keystore, password), "見本市", clock), new SealCertificates(JdbcClient.create(database), clock));
    }
}
