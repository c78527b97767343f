package jp.michishirube.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns refusals into answers: a page for people, a problem detail for programs. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerProblems {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerProblems.class);

    private final ProblemDetails details;

    AnswerProblems(ProblemDetails details) {
        this.details = details;
    }

    @ExceptionHandler(Problem.class)
    Object problem(Problem problem, HttpServletRequest request, Locale locale) {
        return answer(problem, request, locale);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    Object changedMeanwhile(ConcurrencyFailureException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.conflict("changed-meanwhile"), request, locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.tooLarge("file-too-large"), request, locale);
    }

    /** A value that no column takes: what the rooms' own checks let through ends as an answer all the same (SQL class 22, data exception). */
    @ExceptionHandler(DataIntegrityViolationException.class)
    Object notStorable(DataIntegrityViolationException e, HttpServletRequest request, Locale locale) {
        String state = e.getMostSpecificCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        if (state.equals("22001")) {
            return answer(Problem.invalid("text-too-long-to-keep", List.of()), request, locale);
        }
        if (state.startsWith("22")) {
            return answer(Problem.badRequest("unreadable-request"), request, locale);
        }
        throw e;
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    Object notOurLanguage(HttpMediaTypeNotSupportedException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.unsupported("media-type-unsupported"), request, locale);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    Object notTheLanguageAskedFor(HttpMediaTypeNotAcceptableException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.notAcceptable("media-type-not-acceptable"), request, locale);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class, BindException.class, MethodArgumentTypeMismatchException.class, ServletRequestBindingException.class,
            org.springframework.web.multipart.support.MissingServletRequestPartException.class})
    Object unreadable(Exception e, HttpServletRequest request, Locale locale) {
        return answer(Problem.badRequest("unreadable-request"), request, locale);
    }

    @ExceptionHandler(AccessDeniedException.class)
    Object denied(AccessDeniedException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.forbidden(isApi(request) ? "scope-missing" : "not-allowed"), request, locale);
    }

    /** An address that nobody answers, or not by this method: a page for people, where Spring's own answer would be JSON. */
    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    Object noSuchPage(Exception e, HttpServletRequest request) {
        ErrorResponse answer = (ErrorResponse) e;
        if (isApi(request) || wantsJson(request)) {
            return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer.getBody());
        }
        ModelAndView page = new ModelAndView("error");
        page.setStatus(answer.getStatusCode());
        page.addObject("status", answer.getStatusCode().value());
        return page;
    }

    private Object answer(Problem problem, HttpServletRequest request, Locale locale) {
        LOG.debug("refused: {}", problem.kind());
        if (isApi(request) || wantsJson(request)) {
            return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(details.of(problem, locale));
        }
        ModelAndView page = new ModelAndView("error/problem");
        page.setStatus(problem.status());
        page.addObject("sentence", details.sentence(problem, locale));
        page.addObject("problem", problem);
        page.addObject("fields", details.fields(problem, locale));
        return page;
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}
