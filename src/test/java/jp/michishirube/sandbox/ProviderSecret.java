package jp.michishirube.sandbox;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** What a provider's administrator does to a client's secret, in the sandbox's provider. */
public final class ProviderSecret {

    private ProviderSecret() {}

    /** The old one no longer counts from now on. */
    public static void change(ConfigurableApplicationContext sandbox, String client, String secret) {
        RegisteredClientRepository clients = sandbox.getBean(RegisteredClientRepository.class);
        clients.save(RegisteredClient.from(clients.findByClientId(client)).clientSecret("{noop}" + secret).build());
    }
}
