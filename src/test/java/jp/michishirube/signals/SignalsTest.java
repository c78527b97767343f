package jp.michishirube.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Health, figures and the number of a request as those outside get them. */
@ProductTest
class SignalsTest {

    private static final String TOKEN = "Bearer token-of-the-tests";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext context;
    @Autowired private WatchMetrics metrics;
    @Autowired private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus", "/actuator/env",
        "/actuator/heapdump", "/actuator/nothing"})
    void withoutTheTokenNothingIsTold(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(get(path, "Authorization", "Bearer token-of-the-test").statusCode()).isEqualTo(401);
        assertThat(get(path, "Authorization", "Basic token-of-the-tests").statusCode()).isEqualTo(401);
        assertThat(get(path, "Authorization", TOKEN, "Authorization", TOKEN).statusCode()).as("twice").isEqualTo(401);
        assertThat(get(path + "?access_token=token-of-the-tests").statusCode()).isEqualTo(401);
    }

    @Test
    void withItHealthAndFiguresAndNothingElse() throws Exception {
        assertThat(told("/actuator/health/liveness")).isEqualTo("{\"status\":\"UP\"}");
        assertThat(told("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
        for (String other : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator/shutdown", "/actuator/beans")) {
            assertThat(get(other, "Authorization", TOKEN).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void notReadyIsToldWhileTheNodeStillLives() throws Exception {
        try {
            AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
            assertThat(get("/actuator/health/readiness", "Authorization", TOKEN).statusCode()).isEqualTo(503);
            assertThat(told("/actuator/health/liveness")).isEqualTo("{\"status\":\"UP\"}");
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(told("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void theFiguresNameWhatWaitsAndNobody() throws Exception {
        jdbc.sql("insert into notification.mail (mail_key, person_id, template, made_at, next_try, given_up) values ('figures', 'metrics-person', 'DIGEST', now(), now(), true)").update();
        metrics.look();
        String figures = told("/actuator/prometheus");
        jdbc.sql("delete from notification.mail where mail_key = 'figures'").update();
        assertThat(value(figures, "michishirube_failed{kind=\"mails\"}")).isGreaterThanOrEqualTo(1);
        assertThat(figures).contains("michishirube_waiting{kind=\"steps\"}", "michishirube_oldest_seconds{kind=\"messages\"}", "michishirube_blind 0.0",
                "michishirube_outside_resting{service=\"CITY_OS\"}", "hikaricp_connections", "jvm_memory_used_bytes", "http_server_requests_seconds_bucket");
        assertThat(figures).doesNotContain("metrics-person", "aoba1", "佐藤");
        assertThat(Pattern.compile("/cases/\\d").matcher(figures).find()).as("addresses as written in the code, without numbers").isFalse();
    }

    @Test
    void everyAddressMayHaveItsFigure() {
        long addresses = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(m -> m.getHandlerMethods().keySet().stream()).flatMap(info -> info.getPatternValues().stream()).distinct().count();
        assertThat(context.getEnvironment().getProperty("management.metrics.web.server.max-uri-tags", Long.class)).isGreaterThan(addresses + 50);
    }

    @Test
    void whatCannotBeAskedIsNamedAndHasNoFigure() {
        Watch broken = () -> {
            throw new IllegalStateException("away");
        };
        Watch whole = () -> List.of(new Waiting("mails", 1, 0, null, java.time.Duration.ZERO, "", ""));
        Watches.Look look = new Watches(List.of(broken, whole)).look();
        assertThat(look.blind()).hasSize(1);
        assertThat(look.waiting()).extracting(Waiting::kind).containsExactly("mails");

        var registry = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
        boolean[] away = {false};
        Watch once = () -> {
            if (away[0]) {
                throw new IllegalStateException("away");
            }
            return List.of(new Waiting("mails", 7, 0, null, java.time.Duration.ZERO, "", ""));
        };
        WatchMetrics figures = new WatchMetrics(new Watches(List.of(once)), registry, Clock.systemUTC());
        figures.look();
        assertThat(registry.get("michishirube.waiting").gauge().value()).isEqualTo(7);
        away[0] = true;
        figures.look();
        assertThat(registry.find("michishirube.waiting").gauge()).as("no figure instead of an old one").isNull();
        assertThat(registry.get("michishirube.blind").gauge().value()).isEqualTo(1);
    }

    @Test
    void everyRequestHasANumberOfItsOwnThatTheErrorPageShows() throws Exception {
        HttpResponse<String> first = get("/verify/no-such-page", "Accept", "text/html", "X-Request-Id", "brought");
        HttpResponse<String> second = get("/verify/no-such-page", "Accept", "text/html");
        String number = first.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(number).matches("[0-9a-f]{12}").isNotEqualTo(second.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(first.body()).contains(number);
        assertThat(get("/css/app.css").headers().firstValue("X-Request-Id")).isPresent();
    }

    private static double value(String figures, String name) {
        return figures.lines().filter(l -> l.startsWith(name)).mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ')))).findFirst().orElseThrow();
    }

    private String told(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Authorization", TOKEN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(",?\"groups\":\\[[^]]*]", "");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
