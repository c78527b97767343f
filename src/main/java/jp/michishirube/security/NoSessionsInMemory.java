package jp.michishirube.security;

import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.stereotype.Component;

/**
 * In place of the library's registry, which keeps every sign-in in the memory of one node for ever and under the id that a session had
 * before it got its final one. Ours is {@link ProviderSessions}.
 */
@Component
class NoSessionsInMemory implements OidcSessionRegistry {

    @Override
    public void saveSessionInformation(OidcSessionInformation info) {
        // see SignInDone
    }

    @Override
    public OidcSessionInformation removeSessionInformation(String clientSessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken logoutToken) {
        return List.of();
    }
}
