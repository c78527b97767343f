package jp.michishirube.outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import jp.michishirube.municipality.Installation;
import jp.michishirube.security.ClientKey;
import jp.michishirube.security.ProviderAddresses;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Reads {@code michishirube.services.*}, {@code michishirube.system-client.*} and, for those who tune, {@code michishirube.outside.*}
 * ({@code connect-timeout} 2 s, {@code read-timeout} 5 s, {@code attempts} 3, {@code pause} 300 ms, {@code rest} 30 s).
 */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    @Bean
    HeldOutside outside(Environment environment, ObjectMapper mapper, ProviderAddresses provider, Installation installation) {
        return new HeldOutside(new ResilientOutside(settings(environment, provider), mapper), installation);
    }

    static OutsideSettings settings(Environment env, ProviderAddresses provider) {
        Map<String, String> urls = Binder.get(env).bind("michishirube.services", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        String token = env.getProperty("michishirube.system-client.token-url", "");
        return new OutsideSettings(urls, token.isBlank() ? provider::token : () -> token,
                env.getProperty("michishirube.system-client.client-id", "michishirube"),
                env.getProperty("michishirube.system-client.client-secret", ""),
                ClientKey.of(env.getProperty("michishirube.system-client.client-key", ""), env.getProperty("michishirube.system-client.client-key-password", "")),
                duration(env, "connect-timeout", Duration.ofSeconds(2)), duration(env, "read-timeout", Duration.ofSeconds(5)),
                env.getProperty("michishirube.outside.attempts", Integer.class, 3),
                duration(env, "pause", Duration.ofMillis(300)), duration(env, "rest", Duration.ofSeconds(30)));
    }

    private static Duration duration(Environment env, String name, Duration otherwise) {
        return env.getProperty("michishirube.outside." + name, Duration.class, otherwise);
    }
}
