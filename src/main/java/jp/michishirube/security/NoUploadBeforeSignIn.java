package jp.michishirube.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looking for a form's token means reading the form, files and all. Of somebody who has not signed in nothing large is read; the one
 * page that is open to everybody has a bound of its own.
 */
final class NoUploadBeforeSignIn extends OncePerRequestFilter {

    private static final long SMALL = 64 * 1024;
    private static final String OPEN = "/verify";

    private final BareRefusal refusal;

    NoUploadBeforeSignIn(BareRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getContentLengthLong() > SMALL && !path.equals(OPEN) && SecurityContextHolder.getContext().getAuthentication() == null) {
            refusal.write(Problem.unauthorized("sign-in-first"), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
