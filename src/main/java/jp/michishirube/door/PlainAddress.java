package jp.michishirube.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * A servlet below a path of its own (the engine's web apps) is reached by that path as it is written and by no other spelling of it:
 * escaped letters, doubled slashes or parameters within. The server would find the servlet all the same, and what stands behind here,
 * that compares paths as they were sent, would fail on it for anybody, signed in or not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class PlainAddress extends OncePerRequestFilter {

    /**
     * The server's own way to the page of an error, in whatever spelling leads there. Asked for by itself there is no error to tell, and none
     * of ours is invented.
     */
    private static final String ERROR = "/error";

    private final BareRefusal refusal;

    PlainAddress(BareRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        boolean below = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        if (below && !request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath())) {
            refusal.write(Problem.badRequest("unreadable-request"), request, response);
            return;
        }
        if (UrlPathHelper.defaultInstance.getPathWithinApplication(request).equals(ERROR)) {
            refusal.write(Problem.notFound("page-not-found"), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
