package jp.michishirube.sandbox;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Who gets in where: the identity provider's own endpoints, the services by token and scope, the pages by anyone at this machine. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {

    @Bean
    @Order(1)
    SecurityFilterChain identityProviderChain(HttpSecurity http, Accounts accounts, Standing standing, ClientKeys keys, SignOutByToken byToken) throws Exception {
        OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        http.securityMatcher(server.getEndpointsMatcher()).with(server, s -> s
                .clientAuthentication(c -> c.authenticationProviders(providers -> providers.forEach(p -> {
                    if (p instanceof JwtClientAssertionAuthenticationProvider byKey) {
                        byKey.setJwtDecoderFactory(keys);
                    }
                })))
                .authorizationEndpoint(e -> e.authenticationProviders(providers -> providers.forEach(p -> {
                    if (p instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider code) {
                        code.setAuthenticationValidator(RedirectRules.signIn());
                    }
                })))
                .oidc(oidc -> oidc
                        .userInfoEndpoint(u -> u.userInfoMapper(c ->
                                IdentityProvider.userInfo(accounts, standing, c.getAuthorization().getPrincipalName())))
                        .logoutEndpoint(l -> l.logoutResponseHandler(byToken::signOut).authenticationProviders(providers -> providers.forEach(p -> {
                            if (p instanceof OidcLogoutAuthenticationProvider logout) {
                                logout.setAuthenticationValidator(RedirectRules.signOut());
                            }
                        })))));
        return http.authorizeHttpRequests(a -> a.anyRequest().authenticated())
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain servicesChain(HttpSecurity http, Switches switches) throws Exception {
        return http.securityMatcher("/cityos/v1/**", "/gateway/v1/**", "/disaster-app/v1/**", "/care-circle/v1/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(a -> a
                        .requestMatchers("/cityos/v1/**").hasAuthority("SCOPE_cityos.profile")
                        .requestMatchers("/gateway/v1/**").hasAuthority("SCOPE_gateway.needs-support")
                        .requestMatchers("/disaster-app/v1/**").hasAuthority("SCOPE_disasterapp.places")
                        .requestMatchers(HttpMethod.GET, "/care-circle/v1/**").hasAuthority("SCOPE_carecircle.read")
                        .anyRequest().hasAuthority("SCOPE_carecircle.write"))
                .oauth2ResourceServer(r -> r.jwt(withDefaults()))
                .addFilterAfter(new SwitchFilter(switches), AuthorizationFilter.class)
                .build();
    }

    /** LINE and the telephone provider know their callers by a token, which their doors read themselves; the weather office serves everybody. */
    @Bean
    @Order(2)
    SecurityFilterChain lineChain(HttpSecurity http, Switches switches) throws Exception {
        return http.securityMatcher("/v2/bot/**", "/telephone/**", "/jma/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .addFilterAfter(new SwitchFilter(switches), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .formLogin(f -> f.loginPage("/login").permitAll())
                .logout(l -> l.logoutSuccessUrl("/"))
                .build();
    }
}
