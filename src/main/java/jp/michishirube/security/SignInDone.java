package jp.michishirube.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Notes under which session of the provider ours began, once ours has its final id; then on to the page that was asked for. */
@Component
class SignInDone extends SavedRequestAwareAuthenticationSuccessHandler {

    private final ProviderSessions sessions;

    SignInDone(ProviderSessions sessions, PlaceBeforeSignIn places) {
        this.sessions = sessions;
        setRequestCache(places);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            sessions.add(request.getSession().getId(), user);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
