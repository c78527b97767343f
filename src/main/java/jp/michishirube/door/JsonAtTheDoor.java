package jp.michishirube.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import jp.michishirube.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads a JSON body within its bound, counting, and lets only strict JSON on to the handler's own type. */
@ControllerAdvice
class JsonAtTheDoor extends RequestBodyAdviceAdapter {

    private final BodyBounds bounds;

    JsonAtTheDoor(BodyBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) throws IOException {
        UpTo upTo = parameter.getMethodAnnotation(UpTo.class);
        Bound bound = upTo == null ? Bound.OF_JSON : bounds.of(upTo);
        byte[] body = message.getBody().readNBytes((int) bound.bytes() + 1);
        if (body.length > bound.bytes()) {
            throw Problem.tooLarge(bound.refusal(), bound.bytes() >> 20);
        }
        StrictJson.check(body, bound.carriers(), !parameter.hasMethodAnnotation(FieldByField.class));
        return new Read(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private record Read(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
