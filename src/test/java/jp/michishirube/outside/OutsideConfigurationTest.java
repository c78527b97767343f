package jp.michishirube.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Where the system client asks for its tokens: at the provider's own address, unless a setting names another. */
class OutsideConfigurationTest {

    @Test
    void tokensAreAskedForWhereTheProviderSaysAndNowhereElse() {
        String published = "https://id.example.jp/realms/city/somewhere/else";
        assertThat(OutsideConfiguration.settings(new MockEnvironment().withProperty("michishirube.oidc.issuer", "https://id.example.jp"), () -> published).tokenUrl().get())
                .isEqualTo(published);
        assertThat(OutsideConfiguration.settings(new MockEnvironment().withProperty("michishirube.system-client.token-url", "https://other.example.jp/token"), () -> published)
                .tokenUrl().get()).isEqualTo("https://other.example.jp/token");
    }
}
