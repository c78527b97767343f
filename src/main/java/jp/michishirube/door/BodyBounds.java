package jp.michishirube.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Each route's bound, read from the handlers themselves. Known before the session or the body is touched. */
@Component
class BodyBounds {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Environment settings;
    private volatile List<Route> routes;

    private record Route(PathPattern path, Set<RequestMethod> methods, Bound bound) {}

    BodyBounds(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings, Environment settings) {
        this.mappings = mappings;
        this.settings = settings;
    }

    Bound of(HttpServletRequest request) {
        PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication();
        return routes().stream().filter(r -> r.path.matches(path) && r.methods.stream().anyMatch(m -> m.name().equals(request.getMethod())))
                .map(Route::bound).findFirst().orElse(isJson(request.getContentType()) ? Bound.OF_JSON : Bound.OF_FORMS);
    }

    Bound of(UpTo upTo) {
        DataSize size = DataSize.parse(settings.resolveRequiredPlaceholders(upTo.value()));
        return new Bound(size.toBytes(), upTo.refusal(), Set.of(upTo.carriers()));
    }

    static boolean isJson(String contentType) {
        return contentType != null && contentType.toLowerCase(java.util.Locale.ROOT).contains("json");
    }

    private List<Route> routes() {
        if (routes == null) {
            List<Route> found = new ArrayList<>();
            mappings.getObject().getHandlerMethods().forEach((RequestMappingInfo info, HandlerMethod handler) -> {
                UpTo upTo = handler.getMethodAnnotation(UpTo.class);
                if (upTo != null) {
                    info.getPathPatternsCondition().getPatterns()
                            .forEach(p -> found.add(new Route(p, info.getMethodsCondition().getMethods(), of(upTo))));
                }
            });
            routes = List.copyOf(found);
        }
        return routes;
    }
}
