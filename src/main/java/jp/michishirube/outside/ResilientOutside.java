package jp.michishirube.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.michishirube.security.ProviderTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tries again with growing pauses; leaves a service alone that keeps failing, unless a person insists. */
class ResilientOutside implements Outside {

    private static final Logger LOG = LoggerFactory.getLogger(ResilientOutside.class);
    /** More than any honest answer about one person. */
    private static final int MAX_ANSWER = 2_000_000;

    private final ServiceClients clients;
    private final ObjectMapper mapper;
    private final Map<OutsideService, CircuitBreaker> breakers = new EnumMap<>(OutsideService.class);
    private final Retry retry;

    ResilientOutside(OutsideSettings settings, ObjectMapper mapper) {
        this.clients = new ServiceClients(settings);
        this.mapper = mapper;
        this.retry = Retry.of("outside", RetryConfig.custom().maxAttempts(settings.attempts())
                .intervalFunction(IntervalFunction.ofExponentialBackoff(settings.pause(), 2))
                .retryOnException(e -> e instanceof OutsideFailure f && f.reason().mayPass()).build());
        CircuitBreakerConfig config = CircuitBreakerConfig.custom().slidingWindowSize(10).minimumNumberOfCalls(6)
                .failureRateThreshold(60).waitDurationInOpenState(settings.rest()).permittedNumberOfCallsInHalfOpenState(2)
                .recordException(e -> e instanceof OutsideFailure f && f.reason().mayPass()).build();
        for (OutsideService service : OutsideService.values()) {
            breakers.put(service, CircuitBreaker.of(service.name(), config));
        }
    }

    @Override
    public Optional<JsonNode> get(OutsideService service, Patience patience, String path, Object... variables) {
        return call(service, patience, c -> c.get().uri(path, variables));
    }

    @Override
    public JsonNode post(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
        return send(service, patience, HttpMethod.POST, body, path, variables);
    }

    @Override
    public JsonNode put(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
        return send(service, patience, HttpMethod.PUT, body, path, variables);
    }

    private JsonNode send(OutsideService service, Patience patience, HttpMethod method, JsonNode body, String path, Object... variables) {
        // Written out here: a length in front lets the receiver refuse early, and the mapper in use stays ours.
        byte[] document = body.toString().getBytes(StandardCharsets.UTF_8);
        return call(service, patience, c -> c.method(method).uri(path, variables).contentType(MediaType.APPLICATION_JSON).body(document))
                .orElseThrow(() -> new OutsideFailure(service, OutsideFailure.Reason.REFUSED, null));
    }

    @Override
    public Optional<JsonNode> delete(OutsideService service, Patience patience, String path, Object... variables) {
        return call(service, patience, c -> c.delete().uri(path, variables));
    }

    /** Services that kept failing and are left alone for now, or were just tried again. */
    Set<OutsideService> resting() {
        return breakers.entrySet().stream().filter(b -> b.getValue().getState() != CircuitBreaker.State.CLOSED).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<JsonNode> call(OutsideService service, Patience patience,
            Function<RestClient, RestClient.RequestHeadersSpec<?>> request) {
        Supplier<Optional<JsonNode>> once = () -> once(service, request.apply(client(service)));
        CircuitBreaker breaker = breakers.get(service);
        if (patience == Patience.INSIST) {
            Optional<JsonNode> answer = retry.executeSupplier(once);
            breaker.reset();
            return answer;
        }
        try {
            return retry.executeSupplier(CircuitBreaker.decorateSupplier(breaker, once));
        } catch (CallNotPermittedException e) {
            throw new OutsideFailure(service, OutsideFailure.Reason.RESTING, e);
        }
    }

    private RestClient client(OutsideService service) {
        try {
            return clients.of(service);
        } catch (OutsideFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw noToken(service, OutsideFailure.Reason.NO_TOKEN, e instanceof ProviderTrouble trouble ? trouble.code().name() : e.getClass().getSimpleName(), e);
        }
    }

    private Optional<JsonNode> once(OutsideService service, RestClient.RequestHeadersSpec<?> request) {
        try {
            return request.accept(MediaType.APPLICATION_JSON).exchange((sent, answer) -> read(service, answer));
        } catch (OAuth2AuthorizationException e) {
            throw noToken(service, e.getCause() instanceof RestClientException ? OutsideFailure.Reason.NO_TOKEN
                    : OutsideFailure.Reason.TOKEN_REFUSED, e.getError().getErrorCode(), e);
        } catch (ResourceAccessException e) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NO_ANSWER, e.getMostSpecificCause());
        } catch (RestClientException e) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NONSENSE, e);
        }
    }

    /** One line that names the step: without it the service itself looks like the one to blame. */
    private static OutsideFailure noToken(OutsideService service, OutsideFailure.Reason reason, String error, RuntimeException e) {
        LOG.warn("{}: no token for its scopes {} from the identity provider ({})", service, service.scopes(), error.replaceAll("[^\\w.-]", "?"));
        return new OutsideFailure(service, reason, e);
    }

    private Optional<JsonNode> read(OutsideService service, ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status == 404 || status == 410) {
            return Optional.empty();
        }
        if (status == 401 || status == 403) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NOT_ALLOWED, null);
        }
        if (status == 429 || status >= 500) {
            throw new OutsideFailure(service, OutsideFailure.Reason.BROKEN, null);
        }
        if (status >= 400) {
            throw new OutsideFailure(service, OutsideFailure.Reason.REFUSED, null);
        }
        byte[] body = answer.getBody().readNBytes(MAX_ANSWER + 1);
        MediaType type = answer.getHeaders().getContentType();
        if (status >= 300 || body.length > MAX_ANSWER || type == null || !type.getSubtype().endsWith("json")) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NONSENSE, null);
        }
        try {
            JsonNode json = mapper.readTree(body);
            if (json == null || !json.isContainerNode()) {
                throw new OutsideFailure(service, OutsideFailure.Reason.NONSENSE, null);
            }
            return Optional.of(json);
        } catch (JsonProcessingException e) {
            throw new OutsideFailure(service, OutsideFailure.Reason.NONSENSE, e);
        }
    }
}
