package jp.michishirube.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a service misbehave as its switch says, after the token was checked. */
class SwitchFilter extends OncePerRequestFilter {

    private final Switches switches;

    SwitchFilter(Switches switches) {
        this.switches = switches;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Switches.Service service = Switches.Service.ofPath(request.getRequestURI()).orElseThrow();
        int call = switches.count(service);
        switch (switches.of(service)) {
            case NORMAL -> chain.doFilter(request, response);
            case SLOW -> {
                pause();
                chain.doFilter(request, response);
            }
            case FAILING -> {
                if (call % 3 == 0) {
                    chain.doFilter(request, response);
                } else {
                    answer(response, 500, MediaType.APPLICATION_JSON_VALUE, "{\"error\":\"internal\"}");
                }
            }
            case NONSENSE -> answer(response, 200, MediaType.TEXT_HTML_VALUE,
                    "<html><head><title>Maintenance</title></head><body>{\"id\": 12, nonsense</body></html>");
            case DOWN -> {
                response.setHeader("Connection", "close");
                answer(response, 503, MediaType.TEXT_PLAIN_VALUE, "down");
            }
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(switches.slowMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while being slow", e);
        }
    }

    private static void answer(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getWriter().write(body);
    }
}
