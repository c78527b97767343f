package jp.michishirube.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Problems as RFC 9457 problem details: a stable {@code type}, a sentence in the caller's language, the fields that are wrong. */
@Component
public class ProblemDetails {

    static final String TYPE = "https://michishirube.jp/problems/";

    private final MessageSource messages;
    private final ObjectMapper json;

    ProblemDetails(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public ProblemDetail of(Problem problem, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), sentence(problem, locale));
        detail.setType(URI.create(TYPE + problem.kind()));
        detail.setTitle(problem.status().getReasonPhrase());
        if (!problem.fields().isEmpty()) {
            detail.setProperty("errors", fields(problem, locale));
        }
        return detail;
    }

    public String sentence(Problem problem, Locale locale) {
        return messages.getMessage("problem." + problem.kind(), problem.args(), problem.kind(), locale);
    }

    public List<Map<String, String>> fields(Problem problem, Locale locale) {
        return problem.fields().stream().map(f -> field(f, locale)).toList();
    }

    public String sentence(FieldProblem field, Locale locale) {
        return messages.getMessage("problem.field." + field.kind(), field.args(), field.kind(), locale);
    }

    /** For filters, where no controller answers. */
    public void write(HttpServletResponse response, Problem problem, Locale locale) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType("application/problem+json");
        json.writeValue(response.getOutputStream(), of(problem, locale));
    }

    private Map<String, String> field(FieldProblem field, Locale locale) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("field", field.field());
        shown.put("kind", field.kind());
        shown.put("detail", sentence(field, locale));
        return shown;
    }
}
