package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a page's forms may lead: without the provider's own origin the browser would not sign out. */
class PageSettingsTest {

    @Test
    void theProvidersOriginsAndNothingElseOfItsAddresses() {
        assertThat(PageSettings.origins("https://id.example.jp/realms/city", Optional.empty())).isEqualTo("https://id.example.jp");
        assertThat(PageSettings.origins("https://id.example.jp/realms/city", Optional.of("https://id.example.jp/realms/city/logout"))).isEqualTo("https://id.example.jp");
        assertThat(PageSettings.origins("https://id.example.jp", Optional.of("https://out.example.jp:8443/end?x=1"))).isEqualTo("https://id.example.jp https://out.example.jp:8443");
        assertThat(PageSettings.origins("", Optional.empty())).isEmpty();
        for (String odd : new String[] {"javascript:alert(1)", "/logout", "https://a;script-src%20*@b/", "data:text/html,x", "https://a b/", "null"}) {
            assertThat(PageSettings.origins("https://id.example.jp", Optional.of(odd)).strip()).as(odd).isEqualTo("https://id.example.jp");
        }
    }
}
