package jp.michishirube.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address to go on to has to fit into the head of the answer, which the server bounds at 8 KB with all the rest that stands there. One
 * that does not is made of what was sent; it is refused in words, whoever leads there, where the server would give up without any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class ShortRedirects extends OncePerRequestFilter {

    /** Bytes: leaves a quarter of the head to the other lines. */
    static final int LONGEST = 6_000;

    private final BareRefusal refusal;

    ShortRedirects(BareRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {

            @Override
            public void sendRedirect(String location) throws IOException {
                if (location.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                    refusal.write(Problem.badRequest("address-too-long"), request, (HttpServletResponse) getResponse());
                    return;
                }
                super.sendRedirect(location);
            }
        });
    }
}
