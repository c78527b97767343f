package jp.michishirube.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The forms of visitors, each bound to the visit in which its page was shown. Two people share a telephone, or two links are open in two
 * windows: what is pressed in the older window must not count for whoever was opened last.
 */
final class VisitorForms implements CsrfTokenRepository {

    /** As the room of passes names it. */
    static final String VISIT = "MICHISHIRUBE_VISIT";

    private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();

    VisitorForms() {
        cookie.setCookieName("MICHISHIRUBE_FORM");
        cookie.setCookieCustomizer(c -> c.httpOnly(true).sameSite("Strict"));
    }

    /** @param kept what the cookie keeps; {@code token} that and the visit, as forms bear it */
    private record Bound(CsrfToken kept, String token) implements CsrfToken {

        @Override
        public String getHeaderName() {
            return kept.getHeaderName();
        }

        @Override
        public String getParameterName() {
            return kept.getParameterName();
        }

        @Override
        public String getToken() {
            return token;
        }
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return bound(cookie.generateToken(request), request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        cookie.saveToken(token instanceof Bound bound ? bound.kept() : token, request, response);
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        CsrfToken kept = cookie.loadToken(request);
        return kept == null ? null : bound(kept, request);
    }

    /** Nothing was done: the page says that another link was opened meanwhile, or none, and to open the own one again. */
    static void closed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException, ServletException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/v/")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/v/closed").forward(request, response);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, e);
        }
    }

    private static CsrfToken bound(CsrfToken kept, HttpServletRequest request) {
        String visit = request.getCookies() == null ? "" : Arrays.stream(request.getCookies()).filter(c -> c.getName().equals(VISIT)).map(Cookie::getValue)
                .collect(Collectors.joining(" "));
        return new Bound(new DefaultCsrfToken(kept.getHeaderName(), kept.getParameterName(), kept.getToken()), sha256(kept.getToken() + " " + visit));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
