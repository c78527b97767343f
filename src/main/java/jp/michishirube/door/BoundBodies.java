package jp.michishirube.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is larger than its route takes, by the length that its sender declares: the server reads no byte beyond that. A form
 * must declare one (browsers do); JSON without a length is counted while it is read ({@link JsonAtTheDoor}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BoundBodies extends OncePerRequestFilter {

    private final BodyBounds bounds;
    private final BareRefusal refusal;

    BoundBodies(BodyBounds bounds, BareRefusal refusal) {
        this.bounds = bounds;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader("Transfer-Encoding") != null && !BodyBounds.isJson(request.getContentType())) {
            refusal.write(Problem.lengthRequired("length-required"), request, response);
            return;
        }
        if (length > 0) {
            Bound bound = bounds.of(request);
            if (length > bound.bytes()) {
                refusal.write(Problem.tooLarge(bound.refusal(), bound.bytes() >> 20), request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
