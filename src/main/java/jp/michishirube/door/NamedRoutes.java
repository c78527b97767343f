package jp.michishirube.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.michishirube.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A route that names nobody lets nobody in. Who may is said at the handler or its class ({@link PreAuthorize}), also for what is open to all. */
final class NamedRoutes implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(NamedRoutes.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isNamed(method)) {
            LOG.error("{} names nobody whom it lets in: refused", method.getShortLogMessage());
            throw Problem.forbidden("not-allowed");
        }
        return true;
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("jp.michishirube.");
    }

    static boolean isNamed(HandlerMethod method) {
        return method.hasMethodAnnotation(PreAuthorize.class) || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PreAuthorize.class);
    }
}
