package jp.michishirube.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body that says what it is says so by type and subtype (RFC 9110, section 8.3.1). What is none is refused before a library reads it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class PlainContentType extends OncePerRequestFilter {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "[ \\t]*(;.*)?");

    private final BareRefusal refusal;

    PlainContentType(BareRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && !type.isBlank() && !TYPE.matcher(type.strip()).matches()) {
            refusal.write(Problem.badRequest("unreadable-request"), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
