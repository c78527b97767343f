package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import jp.michishirube.Product;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.sandbox.ProviderSecret;
import jp.michishirube.sandbox.Sandbox;
import jp.michishirube.testing.ProductSurroundings;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Both client secrets are changed at the provider, and then in the settings with a restart: who is signed in works on throughout, who is not is told
 * why, and the calls to outside services come back with the new one. Two products after each other on one database; some minutes, so it is run
 * by hand and not with the tests: {@code ./mvnw test -Dtest=ClientSecretDrill}.
 */
class ClientSecretDrill {

    private static final String DATABASE = Surroundings.newDatabase();
    private static final int PORT = free();

    @Test
    void theSecretsOfBothClientsAreChanged() throws Exception {
        ConfigurableApplicationContext provider = Sandbox.start(0, 0, "http://localhost:" + PORT, null);
        WebBrowser early = new WebBrowser("http://localhost:" + PORT);
        try {
            try (ConfigurableApplicationContext product = product(provider, "michishirube-web-secret", "michishirube-secret")) {
                assertThat(early.signIn("aoba1").statusCode()).isEqualTo(200);
                assertThat(asked(product)).as("outside services answer").isTrue();

                ProviderSecret.change(provider, "michishirube-web", "next-web");
                ProviderSecret.change(provider, "michishirube", "next-system");
                assertThat(early.ask("/inbox").statusCode()).as("signed in before").isEqualTo(200);
                HttpResponse<String> late = new WebBrowser("http://localhost:" + PORT).signIn("review1");
                assertThat(late.body()).as("told, with the word to look up").contains("CLIENT_REFUSED");
            }
            try (ConfigurableApplicationContext forgotten = product(provider, "next-web", "michishirube-secret")) {
                assertThatThrownBy(() -> asked(forgotten)).as("one of the two was forgotten").isInstanceOfSatisfying(OutsideFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(OutsideFailure.Reason.TOKEN_REFUSED));
            }
            try (ConfigurableApplicationContext product = product(provider, "next-web", "next-system")) {
                assertThat(early.ask("/inbox").statusCode()).as("signed in before, through the restarts").isEqualTo(200);
                assertThat(new WebBrowser("http://localhost:" + PORT).signIn("review1").statusCode()).isEqualTo(200);
                assertThat(asked(product)).isTrue();
            }
        } finally {
            provider.close();
        }
    }

    private static boolean asked(ConfigurableApplicationContext product) {
        return product.getBean(Outside.class).get(OutsideService.CITY_OS, Outside.Patience.INSIST, "/v1/residents/{id}/profile", "MC-0001").isPresent();
    }

    private static ConfigurableApplicationContext product(ConfigurableApplicationContext provider, String web, String system) {
        String at = "http://localhost:" + Sandbox.port(provider);
        return new SpringApplicationBuilder(Product.class).profiles("demo").initializers(context -> {
            new ProductSurroundings().initialize(context);
            TestPropertyValues.of("spring.datasource.url=" + DATABASE, "michishirube.oidc.issuer=" + at, "michishirube.services.city-os=" + at + "/cityos",
                    "michishirube.oidc.client-secret=" + web, "michishirube.system-client.client-secret=" + system).applyTo(context);
        }).registerShutdownHook(false).run("--server.port=" + PORT, "--camunda.bpm.process-engine-name=secrets");
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
