package jp.michishirube.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The steps of a person's sign-in: code with PKCE, ID token, and what else the provider says. */
@Component
class PeopleSignIn implements Customizer<OAuth2LoginConfigurer<HttpSecurity>> {

    private static final String BASE = "/oauth2/authorization";

    private final Provider provider;
    private final ProviderHttp http;
    private final AskProvider ask;
    private final SignInDone done;
    private final SignInFailed failed;
    private final SignInUnderWay underWay;
    private final OidcSettings settings;

    PeopleSignIn(Provider provider, ProviderHttp http, AskProvider ask, SignInDone done, SignInFailed failed, SignInUnderWay underWay,
            OidcSettings settings) {
        this.provider = provider;
        this.http = http;
        this.ask = ask;
        this.done = done;
        this.failed = failed;
        this.underWay = underWay;
        this.settings = settings;
    }

    @Override
    public void customize(OAuth2LoginConfigurer<HttpSecurity> login) {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(http.tokens());
        provider.key().sign(tokens);
        login.loginPage(BASE + "/" + Provider.PEOPLE).successHandler(done).failureHandler(failed)
                .clientRegistrationRepository(provider)
                // In the session, and with it in the database: any node can ask the provider again.
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(a -> a.authorizationRequestResolver(requests()).authorizationRequestRepository(underWay))
                .tokenEndpoint(t -> t.accessTokenResponseClient(tokens))
                .userInfoEndpoint(u -> u.oidcUserService(ask))
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(failed);
                        return filter;
                    }
                });
    }

    private OAuth2AuthorizationRequestResolver requests() {
        DefaultOAuth2AuthorizationRequestResolver library = new DefaultOAuth2AuthorizationRequestResolver(provider, BASE);
        library.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce().andThen(request -> {
            if (!settings.acrValues().isEmpty()) {
                request.additionalParameters(Map.of("acr_values", String.join(" ", settings.acrValues())));
            }
        }));
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return (request.getContextPath() + BASE + "/" + Provider.PEOPLE).equals(request.getRequestURI()) ? library.resolve(request) : null;
            }

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return library.resolve(request, registration);
            }
        };
    }

    /** Instead of the library's, which takes one signature method only and waits for keys without an end. */
    @Configuration(proxyBeanMethods = false)
    static class IdTokens {

        @Bean
        JwtDecoderFactory<ClientRegistration> idTokens(ProviderTokens tokens) {
            return registration -> tokens.identityDecoder();
        }
    }
}
