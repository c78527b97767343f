package jp.michishirube.house;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** A request with all that its handler cannot do without, read from the handler: so that a refusal is one of the person, not of the form. */
final class Asked {

    private Asked() {}

    static AbstractMockHttpServletRequestBuilder<?> of(HttpMethod method, String path, HandlerMethod handler) {
        java.net.URI address = java.net.URI.create(path);
        boolean files = false;
        for (MethodParameter p : handler.getMethodParameters()) {
            files |= isFile(p);
        }
        AbstractMockHttpServletRequestBuilder<?> request = files ? MockMvcRequestBuilders.multipart(method, address)
                : MockMvcRequestBuilders.request(method, address);
        for (MethodParameter p : handler.getMethodParameters()) {
            p.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            add(request, p);
        }
        return request;
    }

    private static void add(AbstractMockHttpServletRequestBuilder<?> request, MethodParameter p) {
        RequestParam wanted = p.getParameterAnnotation(RequestParam.class);
        if (wanted != null) {
            String name = wanted.name().isEmpty() ? p.getParameterName() : wanted.name();
            if (isFile(p)) {
                ((MockMultipartHttpServletRequestBuilder) request).file(new MockMultipartFile(name, "a.csv", "text/csv", new byte[] {'a'}));
            } else if (wanted.required() && wanted.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                request.param(name, value(p.getParameterType()));
            }
        } else if (p.hasParameterAnnotation(RequestBody.class)) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        } else if (p.getParameterType().isRecord()) {
            for (RecordComponent part : p.getParameterType().getRecordComponents()) {
                if (part.getType().isPrimitive()) {
                    request.param(part.getName(), value(part.getType()));
                }
            }
        }
    }

    private static boolean isFile(MethodParameter p) {
        return MultipartFile.class.isAssignableFrom(p.getParameterType())
                || Collection.class.isAssignableFrom(p.getParameterType()) && p.getGenericParameterType().getTypeName().contains("MultipartFile");
    }

    private static String value(Class<?> type) {
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        return type == LocalDate.class ? "2026-01-05" : type == LocalDateTime.class ? "2026-01-05T10:00" : type == boolean.class ? "true" : "1";
    }
}
