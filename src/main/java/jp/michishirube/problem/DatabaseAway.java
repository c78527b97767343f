package jp.michishirube.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells in words that the database does not answer. Outermost, and on a page without a frame: the session, the frame and the usual page of
 * errors all ask the database themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private final ProblemDetails details;
    private final ITemplateEngine pages;

    DatabaseAway(ProblemDetails details, ITemplateEngine pages) {
        this.details = details;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !isAway(e)) {
                throw e;
            }
            LOG.warn("the database does not answer: {}", e.getClass().getName());
            LOG.debug("", e);
            answer(request, response);
        }
    }

    private static boolean isAway(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof DataAccessResourceFailureException || e instanceof CannotCreateTransactionException
                    || e instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem away = Problem.unavailable("database-away");
        Locale locale = request.getHeader("Accept-Language") == null ? Locale.JAPANESE : request.getLocale();
        response.reset();
        response.setHeader("Retry-After", "60");
        String accept = request.getHeader("Accept");
        if (accept == null || !accept.contains("html")) {
            details.write(response, away, locale);
            return;
        }
        response.setStatus(away.status().value());
        response.setContentType("text/html;charset=UTF-8");
        pages.process("error/database-away", new Context(locale, Map.of("sentence", details.sentence(away, locale), "home", request.getContextPath() + "/")),
                response.getWriter());
    }
}
