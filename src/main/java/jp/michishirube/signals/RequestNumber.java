package jp.michishirube.signals;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives each request a number: in every line of the log that it causes ({@code request}), in the header {@code X-Request-Id} and on error pages,
 * which find it as the request's attribute {@code requestNumber}. In the server itself, around all filters, because what they let through is
 * logged there. A number that a sender brings is not taken.
 */
@Component
class RequestNumber implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String ATTRIBUTE = "requestNumber";
    private static final String IN_LOG = "request";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Numbered());
    }

    private static final class Numbered extends ValveBase {

        private final SecureRandom random = new SecureRandom();

        Numbered() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            byte[] number = new byte[6];
            random.nextBytes(number);
            String text = HexFormat.of().formatHex(number);
            request.setAttribute(ATTRIBUTE, text);
            response.setHeader("X-Request-Id", text);
            MDC.put(IN_LOG, text);
            try {
                getNext().invoke(request, response);
            } finally {
                MDC.remove(IN_LOG);
            }
        }
    }
}
