package jp.michishirube.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.stereotype.Component;

/** A refusal in the form in which the engine's REST interface tells its own: Cockpit shows the message to the admin. */
@Component
class CockpitAnswer {

    private final ProblemDetails details;
    private final ObjectMapper json;

    CockpitAnswer(ProblemDetails details, ObjectMapper json) {
        this.details = details;
        this.json = json;
    }

    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] told = json.writeValueAsBytes(Map.of("type", problem.kind(), "message", details.sentence(problem, request.getLocale())));
        // The engine may have said how long its own answer was to be.
        response.setContentLength(told.length);
        response.getOutputStream().write(told);
    }
}
