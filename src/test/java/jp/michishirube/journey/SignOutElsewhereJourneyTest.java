package jp.michishirube.journey;

import java.net.URI;
import jp.michishirube.Product;
import jp.michishirube.testing.ProductSurroundings;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The same where the provider is on another host than the product, so that a browser keeps the two apart as it does two sites: in a product of
 * its own, which knows the provider by the other name of this machine.
 */
@SpringBootTest(classes = Product.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = SignOutElsewhereJourneyTest.ItsProvider.class)
@ExtendWith(Chromium.class)
class SignOutElsewhereJourneyTest {

    private static final String PROVIDER = "http://127.0.0.1:" + URI.create(Surroundings.outside().url()).getPort();

    @LocalServerPort int port;

    static class ItsProvider extends ProductSurroundings {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of("michishirube.oidc.issuer=" + PROVIDER).applyTo(context);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothSessionsEndAndTheNextPersonIsAskedWhoTheyAre(boolean script) {
        SignOutJourneyTest.signsOut("http://localhost:" + port, PROVIDER, script);
    }
}
