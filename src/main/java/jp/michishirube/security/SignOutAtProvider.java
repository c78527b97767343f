package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Our session has ended; the provider's ends by a form that is posted there (OpenID Connect RP-Initiated Logout 1.0, 2). The usual redirect
 * would write the ID token, and with it the person's name, into an address, and so into histories and the logs of proxies.
 */
@Component
class SignOutAtProvider implements LogoutSuccessHandler {

    private final Provider provider;
    private final ITemplateEngine pages;
    private final How how;

    /** Other sites' forms bring no cookie along, unless the provider wants them to; it then has to end the session that the token names. */
    enum How { FORM, ADDRESS }

    SignOutAtProvider(Provider provider, ITemplateEngine pages, @Value("${michishirube.oidc.sign-out:form}") How how) {
        this.provider = provider;
        this.pages = pages;
        this.how = how;
    }

    /** @throws ProviderTrouble where the provider was never asked for its addresses and does not answer now; our session is over all the same */
    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        String home = request.getContextPath() + "/";
        Optional<String> end = who != null && who.getPrincipal() instanceof SignedInUser ? end() : Optional.empty();
        if (end.isEmpty()) {
            response.sendRedirect(home);
            return;
        }
        String token = ((SignedInUser) who.getPrincipal()).getIdToken().getTokenValue();
        String back = ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
        if (how == How.ADDRESS) {
            response.sendRedirect(UriComponentsBuilder.fromUriString(end.get()).queryParam("id_token_hint", token).queryParam("post_logout_redirect_uri", back).encode().toUriString());
            return;
        }
        Locale locale = TellProviderTrouble.english(request, false) ? Locale.ENGLISH : Locale.JAPANESE;
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        pages.process("sign-out", new Context(locale, Map.of("home", home, "end", end.get(), "token", token, "back", back)), response.getWriter());
    }

    /** Empty for a provider that tells no such address, or something else in its place. */
    private Optional<String> end() {
        provider.people();
        return provider.signOut().filter(address -> !PageSettings.origins(address, Optional.empty()).isEmpty());
    }
}
