package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
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
        String query = request.getQueryString();
        if (headers.size() > 1 || query != null && ("&" + query).contains("&access_token=")) {
            throw new InvalidBearerTokenException("more than one place");
        }
        return header.resolve(request);
    }
}
