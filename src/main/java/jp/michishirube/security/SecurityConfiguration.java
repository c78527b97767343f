package jp.michishirube.security;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;

/** Sign-in of people by OpenID Connect, tokens for the API; what each route asks for beyond stands at its controller. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** Everything from our own origin; pictures also from the map tiles' server, which a setting names. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob: %s; style-src 'self'; script-src 'self'; "
            + "object-src 'self'; frame-ancestors 'self'; form-action 'self' %s; base-uri 'self'";

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiProblems problems) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(scopesAndRoles()))
                        .authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients, PageSettings settings) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver withPkce =
                new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        withPkce.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OidcClientInitiatedLogoutSuccessHandler signOut = new OidcClientInitiatedLogoutSuccessHandler(clients);
        signOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http
                .authorizeHttpRequests(routes -> routes
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers("/css/**", "/js/**", "/img/**", "/icon.svg", "/webjars/**", "/favicon.ico", "/sign-in-failed", "/verify", "/verify/**",
                                "/actuator/health/**").permitAll()
                        .requestMatchers(HttpMethod.GET, "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**").permitAll()
                        .anyRequest().authenticated())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/michishirube").failureUrl("/sign-in-failed")
                        .authorizationEndpoint(a -> a.authorizationRequestResolver(withPkce))
                        .userInfoEndpoint(u -> u.userAuthoritiesMapper(rolesOfIdToken())))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessHandler(signOut).deleteCookies("MICHISHIRUBE_SESSION"))
                .headers(h -> h.frameOptions(f -> f.sameOrigin())
                        .contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY.formatted(settings.tileOrigin(), settings.issuerOrigin())))
                        .referrerPolicy(r -> r.policy(org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    GrantedAuthoritiesMapper rolesOfIdToken() {
        return authorities -> {
            Set<GrantedAuthority> mapped = authorities.stream().collect(Collectors.toSet());
            authorities.stream().filter(OidcUserAuthority.class::isInstance).map(OidcUserAuthority.class::cast)
                    .flatMap(a -> SignedIn.roles(a.getIdToken().getClaims()).stream())
                    .forEach(role -> mapped.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
            return mapped;
        };
    }

    private static JwtAuthenticationConverter scopesAndRoles() {
        JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt -> {
            List<GrantedAuthority> all = new ArrayList<>(scopes.convert(jwt));
            Stream<GrantedAuthority> roles = SignedIn.roles(jwt.getClaims()).stream().map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()));
            roles.forEach(all::add);
            return all;
        });
        return converter;
    }
}
