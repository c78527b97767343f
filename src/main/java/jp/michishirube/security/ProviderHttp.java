package jp.michishirube.security;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the identity provider is spoken to: with an end to each waiting, which the libraries' own clients do not have. */
@Component
class ProviderHttp {

    private final ClientHttpRequestFactory requests;

    ProviderHttp(@Value("${michishirube.outside.connect-timeout:2s}") Duration connect, @Value("${michishirube.outside.read-timeout:5s}") Duration read) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER).build());
        factory.setReadTimeout(read);
        this.requests = factory;
    }

    RestClient rest() {
        return RestClient.builder().requestFactory(requests).build();
    }

    /** For the token endpoint, whose errors are answers. */
    RestClient tokens() {
        return RestClient.builder().requestFactory(requests).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(HttpStatus.UNAUTHORIZED::equals, (request, response) -> {
            // Here 401 says one thing only (RFC 6749, 5.2); the library reads no error but with 400.
            throw new OAuth2AuthorizationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
    }

    /** For the parts of the library that know only this kind. */
    RestTemplate template() {
        return new RestTemplate(requests);
    }
}
