package jp.michishirube.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around all that signs somebody in or reads a token: trouble with the provider is an answer, not an error of ours. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 2)
class ProviderTroubleFilter extends OncePerRequestFilter {

    private final TellProviderTrouble trouble;

    ProviderTroubleFilter(TellProviderTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            ProviderTrouble known = known(e);
            if (known == null || response.isCommitted()) {
                throw e;
            }
            response.reset();
            trouble.tell(request, response, known.code());
        }
    }

    private static ProviderTrouble known(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof ProviderTrouble trouble) {
                return trouble;
            }
        }
        return null;
    }
}
