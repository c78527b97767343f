package jp.michishirube.sharing.code;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Brings the visit to the handlers that ask for it; without one they are not reached. */
@Component
class VisitArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Visits visits;

    VisitArgument(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class || isOptional(parameter);
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
        Optional<Visit> visit = VisitCookie.read(request.getNativeRequest(HttpServletRequest.class)).flatMap(visits::find);
        return isOptional(parameter) ? visit : visit.orElseThrow(NoVisit::new);
    }

    /** A page that tells visitors without a visit where to begin. */
    private static boolean isOptional(MethodParameter parameter) {
        return parameter.getParameterType() == Optional.class && parameter.nested().getNestedParameterType() == Visit.class;
    }
}
