package jp.michishirube.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** A sign-in that did not end well: trouble with the provider is told as such, a second tab's answer leads home, the rest may try again. */
@Component
class SignInFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

    private final TellProviderTrouble trouble;

    SignInFailed(TellProviderTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        ProviderTrouble.Code code = ProviderTrouble.behind(e);
        if (code != null) {
            trouble.tell(request, response, code);
        } else if (alreadySignedIn(request)) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            LOG.info("sign-in failed: {}", e instanceof OAuth2AuthenticationException oauth
                    ? oauth.getError().getErrorCode().replaceAll("[^\\w.-]", "?") : e.getClass().getSimpleName());
            response.sendRedirect(request.getContextPath() + "/sign-in-failed");
        }
    }

    /** The other of two tabs, or a bookmark of the provider's answer: its session stands, though the failed answer is none of its own. */
    private static boolean alreadySignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                && context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof SignedInUser;
    }
}
