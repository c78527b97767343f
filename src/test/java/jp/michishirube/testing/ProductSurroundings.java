package jp.michishirube.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the product at the test's own PostgreSQL and sandbox. */
public class ProductSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> settings = new ArrayList<>(Surroundings.outside().settings().stream().map(s -> s.substring(2)).toList());
        settings.add("spring.datasource.url=" + Surroundings.newDatabase());
        // as in operation: what a migration forgets to grant fails here
        settings.add("spring.datasource.username=michishirube_app");
        settings.add("spring.datasource.password=");
        settings.add("spring.flyway.user=michishirube_owner");
        settings.add("spring.flyway.password=");
        settings.add("spring.datasource.hikari.maximum-pool-size=12");
        // The database goes away together with the JVM: waiting for the last request would only wait for it in vain.
        settings.add("server.shutdown=immediate");
        settings.add("spring.lifecycle.timeout-per-shutdown-phase=2s");
        settings.add("spring.datasource.hikari.connection-timeout=60000");
        // On a busy machine the outside world's answers come late too: late is no failure here, unless a test makes it one.
        settings.add("michishirube.outside.connect-timeout=20s");
        settings.add("michishirube.outside.read-timeout=30s");
        settings.add("camunda.bpm.job-execution.lock-time-in-millis=300000");
        settings.add("spring.mail.properties.mail.smtp.connectiontimeout=20000");
        settings.add("spring.mail.properties.mail.smtp.timeout=30000");
        // One outside world stands beside all products of a run: a flood of one test must not begin anything in another. PullNow reads its feed.
        settings.add("michishirube.weather.feed=");
        settings.add("michishirube.signals.token=token-of-the-tests");
        settings.add("michishirube.data-dir=target/test-data-" + System.getProperty("fork", "1"));
        TestPropertyValues.of(settings).applyTo(context);
    }
}
