package jp.michishirube.signals;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Who may ask {@code /actuator}: whoever brings the token of {@code michishirube.signals.token}, once, in the header. Without a token set nobody. On a
 * port of its own ({@code management.server.port}) whether the node lives and is ready is told to everybody who reaches that port.
 */
@Configuration(proxyBeanMethods = false)
class SignalsDoor {

    @Bean
    @Order(1)
    SecurityFilterChain signals(HttpSecurity http, @Value("${michishirube.signals.token:}") String token,
            @Value("${management.server.port:-1}") int ownPort, @Value("${server.port:8080}") int port) throws Exception {
        HttpStatusEntryPoint unknown = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher("/actuator", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(routes -> routes.anyRequest().access((who, asked) ->
                        new AuthorizationDecision(bears(token, asked.getRequest()) || isHealth(asked.getRequest(), ownPort, port))))
                .exceptionHandling(e -> e.authenticationEntryPoint(unknown).accessDeniedHandler((q, a, x) -> a.setStatus(HttpStatus.FORBIDDEN.value())))
                .build();
    }

    private static boolean bears(String token, HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        return !token.isBlank() && headers.size() == 1
                && MessageDigest.isEqual(bytes("Bearer " + token), bytes(headers.get(0)));
    }

    private static boolean isHealth(HttpServletRequest request, int ownPort, int port) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return ownPort > 0 && ownPort != port && request.getLocalPort() == ownPort
                && (path.equals("/actuator/health/liveness") || path.equals("/actuator/health/readiness"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
