package jp.michishirube.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells in words that the database does not answer. Outermost, and on a page without a frame: the session, the frame and the usual page of
 * errors all ask the database themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private final BareRefusal refusal;

    DatabaseAway(BareRefusal refusal) {
        this.refusal = refusal;
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
                    // A lost connection takes no rollback either, and that failure stands in the place of the first.
                    || e instanceof TransactionSystemException || e instanceof SQLTransientConnectionException || e instanceof SQLException sql && isOfConnection(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection lost, server ending or starting (PostgreSQL, appendix A): the engine hands these on as they are. */
    private static boolean isOfConnection(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setHeader("Retry-After", "60");
        refusal.write(Problem.unavailable("database-away"), request, response);
    }
}
