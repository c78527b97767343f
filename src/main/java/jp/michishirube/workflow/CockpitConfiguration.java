package jp.michishirube.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import jp.michishirube.organization.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Cockpit under our sign-in, in a chain of its own: the web apps bring their own CSRF filter and headers. */
@Configuration(proxyBeanMethods = false)
class CockpitConfiguration {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /**
     * Matchers as objects: a plain pattern string does not reach the web apps' own servlets below /camunda/api. What of it may be used
     * says {@link CockpitGate}; the other web apps, and what their jars lay beside them, are closed.
     */
    @Bean
    @Order(1)
    SecurityFilterChain cockpit(HttpSecurity http, ProcessEngine engine, AdminActs acts, CockpitAnswer answer, ObjectMapper json) throws Exception {
        return http
                .securityMatcher(new OrRequestMatcher(PATH.matcher("/camunda"), PATH.matcher("/camunda/**"), PATH.matcher("/camunda-welcome/**"),
                        PATH.matcher("/plugin/**"), PATH.matcher("/webjars/camunda/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(routes -> routes.anyRequest().hasRole(Role.PROCESS_ADMIN.name()))
                .addFilterAfter(new CockpitGate(new CockpitCalls(engine.getName()), acts, answer, json), AuthorizationFilter.class)
                .exceptionHandling(e -> e
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATH.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/oauth2/authorization/michishirube"),
                                PATH.matcher("/**")))
                .build();
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addUrlPatterns("/camunda/*");
        filter.addInitParameter("authentication-provider", CockpitSignIn.class.getName());
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        filter.setName("Container Based Authentication Filter");
        return filter;
    }
}
