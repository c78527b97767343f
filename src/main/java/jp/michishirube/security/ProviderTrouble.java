package jp.michishirube.security;

import java.io.IOException;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** The identity provider cannot be asked, or not as this installation is set up. Carries no address with a person in it and no token. */
public class ProviderTrouble extends RuntimeException {

    /** What the log says, for docs/identity.md to explain. */
    public enum Code {
        /** No connection, or no answer in time. */
        AWAY,
        /** An answer that is none of an OpenID provider, or an error of its own. */
        NONSENSE,
        /** The provider names itself otherwise than our setting does. */
        ISSUER_DIFFERS,
        /** Our client id or secret was refused. */
        CLIENT_REFUSED
    }

    private static final Set<String> OURS = Set.of("invalid_client", "unauthorized_client");
    private static final Set<String> THEIRS = Set.of("server_error", "temporarily_unavailable");

    private final Code code;

    ProviderTrouble(Code code, Throwable cause) {
        super("identity provider " + code + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")"));
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** @return the trouble with the provider that lies behind a failure; null where the failure is about the person or the request */
    static Code behind(Throwable failure) {
        String error = null;
        boolean answered = true;
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ProviderTrouble trouble) {
                return trouble.code();
            }
            if (e instanceof OAuth2AuthenticationException oauth) {
                error = oauth.getError().getErrorCode();
            } else if (e instanceof OAuth2AuthorizationException oauth) {
                error = oauth.getError().getErrorCode();
            }
            if (error != null && OURS.contains(error)) {
                return Code.CLIENT_REFUSED;
            }
            answered &= !(e instanceof IOException);
            if (e instanceof RestClientException && e.getCause() == null) {
                return Code.NONSENSE;
            }
        }
        return !answered ? Code.AWAY : error != null && THEIRS.contains(error) ? Code.NONSENSE : null;
    }
}
