package jp.michishirube.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Says in words that nobody can be signed in at the moment, and why in the log: one line with the code. */
@Component
class TellProviderTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(TellProviderTrouble.class);

    private final ProblemDetails details;
    private final ITemplateEngine pages;

    TellProviderTrouble(ProblemDetails details, ITemplateEngine pages) {
        this.details = details;
        this.pages = pages;
    }

    void tell(HttpServletRequest request, HttpServletResponse response, ProviderTrouble.Code code) throws IOException {
        LOG.warn("identity provider: {} (docs/identity.md)", code);
        Problem problem = Problem.unavailable(code == ProviderTrouble.Code.AWAY ? "provider-away" : "provider-misfit", code);
        boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        Locale locale = english(request, api) ? Locale.ENGLISH : Locale.JAPANESE;
        response.setHeader("Retry-After", "60");
        response.setHeader("Cache-Control", "no-store");
        String accept = request.getHeader("Accept");
        if (api || accept != null && accept.contains("json") && !accept.contains("html")) {
            details.write(response, problem, locale);
            return;
        }
        response.setStatus(problem.status().value());
        response.setContentType("text/html;charset=UTF-8");
        pages.process("error/provider-away", new Context(locale, Map.of("sentence", details.sentence(problem, locale),
                "home", request.getContextPath() + "/")), response.getWriter());
    }

    /** The pages' switch of language comes later in the chain than this. */
    static boolean english(HttpServletRequest request, boolean api) {
        Cookie chosen = WebUtils.getCookie(request, "MICHISHIRUBE_LANGUAGE");
        String asked = api ? request.getHeader("Accept-Language") : chosen == null ? null : chosen.getValue();
        return asked != null && asked.startsWith("en");
    }
}
