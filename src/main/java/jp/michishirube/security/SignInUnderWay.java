package jp.michishirube.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/** The request to the provider while a person is there: in a sealed cookie each, so that two tabs may sign in at once. */
@Component
class SignInUnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String PREFIX = "MICHISHIRUBE_SIGN_IN_";
    /** More would only fill the request's headers: older ones are given up. */
    private static final int MOST = 3;

    private final SealedCookies cookies;
    private final ObjectMapper json;

    SignInUnderWay(SealedCookies cookies, ObjectMapper json) {
        this.cookies = cookies;
        this.json = json;
    }

    private record Kept(String authorizationUri, String clientId, String redirectUri, Set<String> scopes, String state,
            Map<String, String> parameters, Map<String, String> attributes) {}

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        return state == null ? null : cookies.get(request, name(state)).map(this::read).filter(r -> state.equals(r.getState())).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        List<String> older = names(request).toList();
        if (older.size() >= MOST) {
            older.forEach(name -> cookies.remove(request, response, name));
        }
        cookies.put(request, response, name(asked.getState()), write(asked));
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        if (found != null) {
            cookies.remove(request, response, name(found.getState()));
        }
        return found;
    }

    private static Stream<String> names(HttpServletRequest request) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies()).map(Cookie::getName).filter(n -> n.startsWith(PREFIX));
    }

    private static String name(String state) {
        return PREFIX + Integer.toHexString(state.hashCode());
    }

    private String write(OAuth2AuthorizationRequest asked) {
        try {
            return json.writeValueAsString(new Kept(asked.getAuthorizationUri(), asked.getClientId(), asked.getRedirectUri(), asked.getScopes(),
                    asked.getState(), texts(asked.getAdditionalParameters()), texts(asked.getAttributes())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OAuth2AuthorizationRequest read(String text) {
        try {
            Kept kept = json.readValue(text, Kept.class);
            return OAuth2AuthorizationRequest.authorizationCode().authorizationUri(kept.authorizationUri()).clientId(kept.clientId())
                    .redirectUri(kept.redirectUri()).scopes(kept.scopes()).state(kept.state())
                    .additionalParameters(parameters -> parameters.putAll(kept.parameters()))
                    .attributes(attributes -> attributes.putAll(kept.attributes())).build();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream().filter(e -> e.getValue() instanceof String)
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> (String) e.getValue()));
    }
}
