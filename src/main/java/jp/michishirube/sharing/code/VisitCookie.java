package jp.michishirube.sharing.code;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookie of a visit: for pages of ours below {@code /v/} alone, never sent from another site's page. */
final class VisitCookie {

    private static final String NAME = "MICHISHIRUBE_VISIT";

    private VisitCookie() {}

    static String of(HttpServletRequest request, String secret) {
        return cookie(request, secret, Visits.LIFE);
    }

    static String removed(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    static Optional<String> read(HttpServletRequest request) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies()).filter(c -> c.getName().equals(NAME))
                .map(c -> Secret.plain(c.getValue())).filter(s -> !s.isEmpty()).findFirst();
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value).path(request.getContextPath() + "/v").httpOnly(true).secure(request.isSecure()).sameSite("Strict")
                .maxAge(life).build().toString();
    }
}
