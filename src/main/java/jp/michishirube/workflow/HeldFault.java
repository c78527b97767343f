package jp.michishirube.workflow;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.michishirube.problem.Problem;

/**
 * Holds an answer of the engine that says "my fault" (500), until it is known whether it is one: the engine says so too of what is not
 * there and of a query that makes no sense. Every other answer passes as it is written.
 */
class HeldFault extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    HeldFault(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return getStatus() < SC_INTERNAL_SERVER_ERROR ? super.getOutputStream() : new ServletOutputStream() {
            @Override
            public void write(int b) {
                held.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("written at once");
            }
        };
    }

    @Override
    public void flushBuffer() throws IOException {
        if (getStatus() < SC_INTERNAL_SERVER_ERROR) {
            super.flushBuffer();
        }
    }

    /** @return what the asker did, where the fault is none of the engine's; by the exception that it names */
    Optional<Problem> asProblem() {
        if (getStatus() < SC_INTERNAL_SERVER_ERROR || isCommitted()) {
            return Optional.empty();
        }
        String said = held.toString(StandardCharsets.UTF_8);
        if (said.contains("\"NullValueException\"") || said.contains("is null\"") && said.contains("\"RestException\"")) {
            return Optional.of(Problem.notFound("engine-target-gone"));
        }
        return said.matches("(?s).*\"type\":\"(?:ProcessEngine(?:Persistence)?Exception|RestException|NullPointerException|NotValidException)\".*")
                ? Optional.of(Problem.badRequest("engine-query-odd")) : Optional.empty();
    }

    /** A fault after all: told as the engine told it. */
    void release() throws IOException {
        if (held.size() > 0 && !isCommitted()) {
            getResponse().getOutputStream().write(held.toByteArray());
        }
    }
}
