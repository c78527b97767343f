package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** A token that is missing, broken or without the scope is told as a problem detail, like every other refusal of the API. */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemDetails details;

    ApiProblems(ProblemDetails details) {
        this.details = details;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        details.write(response, Problem.unauthorized("token-missing"), request.getLocale());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() instanceof ApiCaller caller && !caller.mayEnter();
        details.write(response, Problem.forbidden(nobody ? "role-missing" : "scope-missing"), request.getLocale());
    }
}
