package jp.michishirube.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every request was made to our own address, whatever its headers say: redirects, the return from the sign-in and the marks of cookies
 * follow {@link BaseUrl}. Who begins to sign in at another name of the same server goes on under ours, where the provider leads back to
 * and the cookies are. Before the session's filter, which marks the cookie.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OwnAddress extends OncePerRequestFilter {

    private static final String SIGN_IN = "/oauth2/authorization/michishirube";
    /** Once is enough: behind a proxy that writes a Host of its own, every request looks as if it came to another address. */
    private static final String HERE = "here";

    private final BaseUrl base;

    OwnAddress(BaseUrl base) {
        this.base = base;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        boolean elsewhere = !base.authority().equalsIgnoreCase(request.getHeader("Host"));
        if (elsewhere && request.getMethod().equals("GET") && request.getRequestURI().endsWith(SIGN_IN) && !wasHere(request.getQueryString())) {
            response.sendRedirect(base.scheme() + "://" + base.authority() + request.getRequestURI() + "?" + HERE + "=1");
            return;
        }
        chain.doFilter(new Pinned(request, base), response);
    }

    /** Of the address alone: asked for a parameter, the server would read a body, files and all, before its bound is looked at. */
    private static boolean wasHere(String query) {
        return query != null && query.matches("(?:.*&)?" + HERE + "(?:[=&].*)?");
    }

    private static final class Pinned extends HttpServletRequestWrapper {

        private final BaseUrl base;

        Pinned(HttpServletRequest request, BaseUrl base) {
            super(request);
            this.base = base;
        }

        @Override
        public String getScheme() {
            return base.scheme();
        }

        @Override
        public boolean isSecure() {
            return base.isSecure();
        }

        @Override
        public String getServerName() {
            return base.host();
        }

        @Override
        public int getServerPort() {
            return base.port();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(base.scheme()).append("://").append(base.authority()).append(getRequestURI());
        }

        @Override
        public String getHeader(String name) {
            return "Host".equalsIgnoreCase(name) ? base.authority() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return "Host".equalsIgnoreCase(name) ? Collections.enumeration(List.of(base.authority())) : super.getHeaders(name);
        }
    }
}
