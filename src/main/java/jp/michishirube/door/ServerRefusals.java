package jp.michishirube.door;

import java.io.IOException;
import jp.michishirube.problem.BareRefusal;
import jp.michishirube.problem.Problem;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What the server refuses by itself, before any filter of ours (an address with a NUL, a header that is none, a wrong length), is told like
 * everything else: programs get a problem detail, people our words. Set after the server's own way to tell, and so asked before it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final BareRefusal refusal;

    ServerRefusals(BareRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new InOurWords(refusal)));
    }

    private static final class InOurWords extends ErrorReportValve {

        private final BareRefusal refusal;

        private InOurWords(BareRefusal refusal) {
            this.refusal = refusal;
        }

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                if (String.valueOf(request.getRequestURI()).startsWith("/api/")) {
                    refusal.toProgram(Problem.ofServer(status), request, response);
                } else {
                    refusal.write(Problem.ofServer(status), request, response);
                }
                response.finishResponse();
            } catch (IOException | RuntimeException e) {
                // The asker is gone, or asks in a way that cannot be answered in words: the status stands.
                container.getLogger().debug("no words for " + status, e);
            }
        }
    }
}
