package jp.michishirube.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.michishirube.problem.Problem;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UrlPathHelper;

/**
 * A caller of the API that did not hear our answer asks again with the same {@code Idempotency-Key}: what was done once is not done
 * twice, and the first answer is given again (as draft-ietf-httpapi-idempotency-key-header describes it). A refusal is not kept: it did
 * nothing, and the next try may succeed. Nor is what a search found: it does nothing, and who may see it is asked each time.
 */
class RepeatedCalls extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private final KeptAnswers answers;
    private final ProblemDetails problems;

    RepeatedCalls(KeptAnswers answers, ProblemDetails problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !request.getMethod().equals("POST") || UrlPathHelper.defaultInstance.getPathWithinApplication(request).endsWith("/search");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String key = request.getHeader(HEADER).strip();
        if (caller == null || key.isEmpty() || key.length() > LONGEST || key.indexOf('\0') >= 0) {
            problems.write(response, Problem.badRequest("idempotency-key-unreadable"), request.getLocale());
            return;
        }
        CountedRequest counted = new CountedRequest(request);
        if (answers.begin(caller.getName(), key)) {
            run(caller.getName(), key, counted, response, chain);
            return;
        }
        Optional<KeptAnswers.Answer> kept = answers.find(caller.getName(), key);
        if (kept.isEmpty()) {
            problems.write(response, Problem.conflict("same-call-running"), request.getLocale());
        } else if (!kept.get().call().equals(counted.readWhole())) {
            problems.write(response, Problem.invalid("idempotency-key-reused", java.util.List.of()), request.getLocale());
        } else {
            kept.get().writeTo(response);
        }
    }

    private void run(String caller, String key, CountedRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        ContentCachingResponseWrapper seen = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, seen);
            done = seen.getStatus() >= 200 && seen.getStatus() < 300;
            if (done) {
                answers.keep(caller, key, new KeptAnswers.Answer(request.readWhole(), seen.getStatus(), seen.getHeader("Location"),
                        seen.getContentType(), seen.getContentAsByteArray()));
            }
            seen.copyBodyToResponse();
        } finally {
            if (!done) {
                answers.forget(caller, key);
            }
        }
    }
}
