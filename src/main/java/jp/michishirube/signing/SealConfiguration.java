package jp.michishirube.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.michishirube.municipality.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The municipality's key for the seal: {@code michishirube.seal.keystore} (PKCS#12) and {@code michishirube.seal.password}. The demo
 * profile makes one of its own in the data folder; anywhere else a missing setting leaves sealing out until it is set.
 */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SealConfiguration.class);
    private static final String DEMO_PASSWORD = "demo-seal";

    @Bean
    SealKeys sealKeys(Environment settings, Municipality municipality, Clock clock) {
        String keystore = settings.getProperty("michishirube.seal.keystore", "");
        String password = settings.getProperty("michishirube.seal.password", "");
        boolean demo = settings.acceptsProfiles(Profiles.of("demo"));
        if (keystore.isBlank() && !demo) {
            log.warn("no seal key: set michishirube.seal.keystore and michishirube.seal.password; approved plans wait for it");
            return new SealKeys(null, municipality.name(), clock);
        }
        Path file = keystore.isBlank() ? Path.of(settings.getProperty("michishirube.data-dir", "./data"), "seal.p12") : Path.of(keystore);
        if (demo && password.isBlank()) {
            password = DEMO_PASSWORD;
        }
        if (demo && keystore.isBlank() && !Files.exists(file)) {
            OwnKey.make(file, password.toCharArray(), municipality.name(), clock.instant());
        }
        return new SealKeys(SealKey.open(file, password.toCharArray()), municipality.name(), clock);
    }
}
