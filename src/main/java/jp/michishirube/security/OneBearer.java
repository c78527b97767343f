package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** The token of a request: in one header, once. Of two, a proxy before us may have checked the other; one in an address stays in logs. */
final class OneBearer implements BearerTokenResolver {

    private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public String resolve(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() > 1 || inAddress(request.getQueryString())) {
            throw new InvalidBearerTokenException("more than one place");
        }
        return header.resolve(request);
    }

    /** By the name as the server reads it: escaped letters are letters. A name that cannot be read might be it. */
    private static boolean inAddress(String query) {
        try {
            return query != null && Stream.of(query.split("[&;]")).map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
                    .anyMatch(name -> name.strip().equalsIgnoreCase("access_token"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
