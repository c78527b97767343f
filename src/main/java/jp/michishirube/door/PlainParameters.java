package jp.michishirube.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import jp.michishirube.problem.Problem;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Fields of forms and addresses are text that people write, within the bound of a text; one that the server could not read is not left out in silence. */
final class PlainParameters implements HandlerInterceptor {

    /** Set by the server when it gave up reading the parameters: too many, or wrongly encoded. */
    private static final String PARSE_FAILED = "org.apache.catalina.parameter_parse_failed";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        Set<String> carriers = handler instanceof HandlerMethod method && method.hasMethodAnnotation(UpTo.class)
                ? Set.of(method.getMethodAnnotation(UpTo.class).carriers()) : Set.of();
        boolean fieldByField = handler instanceof HandlerMethod method && method.hasMethodAnnotation(FieldByField.class);
        request.getParameterMap().forEach((name, values) -> {
            check(name, 200);
            if (fieldByField && name.startsWith(FieldByField.ANSWER)) {
                return;
            }
            for (String value : values) {
                check(value, carriers.contains(name) ? Integer.MAX_VALUE : PlainText.LONGEST);
            }
        });
        if (request.getAttribute(PARSE_FAILED) != null) {
            throw Problem.badRequest("unreadable-request");
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.values().forEach(value -> check(String.valueOf(value), 500));
        }
        return true;
    }

    private static void check(String text, int longest) {
        if (text.length() > longest) {
            throw Problem.tooLarge("text-too-long", PlainText.LONGEST);
        }
        if (!PlainText.is(text)) {
            throw Problem.badRequest("characters-not-text");
        }
    }
}
