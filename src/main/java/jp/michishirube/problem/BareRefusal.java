package jp.michishirube.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A refusal for filters: a problem detail, or a page without the frame. Nothing of it asks the database, the session or the request's
 * body, which the usual page of errors does.
 */
@Component
public class BareRefusal {

    private final ProblemDetails details;
    private final ITemplateEngine pages;

    BareRefusal(ProblemDetails details, ITemplateEngine pages) {
        this.details = details;
        this.pages = pages;
    }

    /** A problem detail, whatever the asker says it takes. */
    public void toProgram(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        details.write(response, problem, locale(request));
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locale(request);
        String accept = request.getHeader("Accept");
        if (accept == null || !accept.contains("html")) {
            toProgram(problem, request, response);
            return;
        }
        response.setStatus(problem.status().value());
        response.setContentType("text/html;charset=UTF-8");
        Context page = new Context(locale, Map.of("sentence", details.sentence(problem, locale),
                "title", "error.title." + (problem.status().is5xxServerError() ? "5xx" : problem.status().value()), "home", request.getContextPath() + "/"));
        page.setVariable("number", request.getAttribute("requestNumber"));
        pages.process("error/bare", page, response.getWriter());
    }

    private static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.JAPANESE : request.getLocale();
    }
}
