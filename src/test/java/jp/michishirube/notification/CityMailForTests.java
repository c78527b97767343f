package jp.michishirube.notification;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail to the city as a bare database takes it. */
public final class CityMailForTests {

    private CityMailForTests() {}

    /** @param address empty for none */
    public static MailToCity of(DataSource database, String address) {
        return new MailToCity(new MailBox(JdbcClient.create(database), Clock.systemUTC()), address, "");
    }
}
