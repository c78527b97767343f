package jp.michishirube.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A cookie of the session that none of ours can be is none: it goes to the database as a key, for anybody and before any sign-in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 8)
class PlainCookies extends OncePerRequestFilter {

    /** A session's id as Spring Session makes them. */
    private static final String ID = "[0-9a-f-]{36}";

    private final String session;

    PlainCookies(@Value("${server.servlet.session.cookie.name}") String session) {
        this.session = session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Cookie[] all = request.getCookies();
        boolean odd = all != null && !Arrays.stream(all).allMatch(this::mayBeOurs);
        chain.doFilter(odd ? new HttpServletRequestWrapper(request) {
            @Override
            public Cookie[] getCookies() {
                return Arrays.stream(all).filter(PlainCookies.this::mayBeOurs).toArray(Cookie[]::new);
            }
        } : request, response);
    }

    private boolean mayBeOurs(Cookie cookie) {
        if (!cookie.getName().equals(session)) {
            return true;
        }
        try {
            return new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8).matches(ID);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
