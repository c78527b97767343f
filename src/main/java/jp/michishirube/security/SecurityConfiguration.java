package jp.michishirube.security;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.BareRefusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in of people by OpenID Connect, tokens for the API; what each route asks for beyond stands at its controller. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(OidcSettings.class)
class SecurityConfiguration {

    /** Everything from our own origin. Forms may lead on to the provider: the one that signs out there, and one that is posted after its session ended. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; "
            + "object-src 'self'; frame-ancestors 'self'; form-action 'self' %s; base-uri 'self'";
    private static final String[] ROLES = Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new);

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiProblems problems, ReadCaller callers, KnownHere known) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().access((who, request) ->
                        new AuthorizationDecision(who.get() instanceof ApiCaller caller && caller.mayEnter())))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new OneBearer())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> known.today(callers.convert(token))))
                        .authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    JwtDecoder apiTokens(ProviderTokens tokens, ApiTokenRules rules) {
        return token -> tokens.access(token, rules);
    }

    /**
     * Pages for people without an account: a pass ({@code /p/}) and what lies behind it ({@code /v/}). Whoever is signed in is nobody here;
     * who a visitor is says the pass. Nothing of it is kept, found by search engines or told to other sites.
     */
    @Bean
    @Order(2)
    SecurityFilterChain visitors(HttpSecurity http) throws Exception {
        return http.securityMatcher("/p/**", "/v/**")
                .csrf(c -> c.csrfTokenRepository(new VisitorForms()))
                .exceptionHandling(e -> e.accessDeniedHandler(VisitorForms::closed))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .headers(h -> h.frameOptions(f -> f.deny())
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"))
                        .contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY.formatted("")))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** Calls of outside parties that show who they are by a signature over the body; each handler checks its own. */
    @Bean
    @Order(2)
    SecurityFilterChain hooks(HttpSecurity http) throws Exception {
        return http.securityMatcher("/hooks/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(routes -> routes.requestMatchers(HttpMethod.POST, "/hooks/*").permitAll().anyRequest().denyAll())
                .build();
    }

    /** A person without any role of ours is let into nothing but the page that says so. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, PeopleSignIn signIn, NoRole noRole, EndSessions ends, PageSettings settings, SignOutAtProvider signOut,
            BareRefusal refusal) throws Exception {
        return http
                .csrf(c -> c.csrfTokenRepository(new NoSessionBeforeSignIn()).ignoringRequestMatchers("/verify"))
                .addFilterBefore(new NoUploadBeforeSignIn(refusal), CsrfFilter.class)
                .authorizeHttpRequests(routes -> routes
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers("/css/**", "/js/**", "/img/**", "/icon.svg", "/webjars/**", "/favicon.ico", "/sign-in-failed", "/verify", "/verify/**").permitAll()
                        .requestMatchers(HttpMethod.GET, "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**").permitAll()
                        // Whom nobody registered: an address like any other that does not exist.
                        .requestMatchers("/oauth2/authorization/*", "/login/oauth2/code/*").permitAll()
                        .requestMatchers("/no-role").authenticated()
                        .anyRequest().hasAnyRole(ROLES))
                .oauth2Login(signIn)
                .oidcLogout(out -> out.backChannel(back -> back.logoutHandler(ends)))
                .exceptionHandling(e -> e.accessDeniedHandler(noRole))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessHandler(signOut).deleteCookies("MICHISHIRUBE_SESSION"))
                .headers(h -> h.frameOptions(f -> f.sameOrigin())
                        .addHeaderWriter((request, response) -> {
                            if (!response.containsHeader("Content-Security-Policy")) {
                                response.setHeader("Content-Security-Policy", CONTENT_POLICY.formatted(settings.formTargets()));
                            }
                        })
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
