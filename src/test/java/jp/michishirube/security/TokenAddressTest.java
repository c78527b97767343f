package jp.michishirube.security;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where tokens are asked for says the provider's discovery document: no path is guessed, each provider has another. */
class TokenAddressTest {

    @Test
    void theProviderSaysWhereTokensAreAskedFor() {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        try {
            String issuer = server.baseUrl() + "/realms/city";
            server.stubFor(get("/realms/city/.well-known/openid-configuration").willReturn(okJson("""
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/ask","token_endpoint":"%1$s/somewhere/else","jwks_uri":"%1$s/keys",
                     "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer))));
            Provider provider = new Provider(OidcSettingsOf.names("issuer", issuer + "/", "client-secret", "x"), new ProviderHttp(Duration.ofSeconds(20), Duration.ofSeconds(20)),
                    Clock.systemUTC());
            assertThat(provider.token()).isEqualTo(issuer + "/somewhere/else");
        } finally {
            server.stop();
        }
    }
}
