package jp.michishirube.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox's LINE answers as the public OpenAPI and reference of the real one say. */
class LineDoorTest {

    private static ConfigurableApplicationContext sandbox;
    private static String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private LineUsers.Phone phone;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, 0, "http://localhost:1", null);
        base = "http://localhost:" + Sandbox.port(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void aFriend() {
        phone = sandbox.getBean(LineUsers.class).all().get(0);
        phone.befriend(true);
        sandbox.getBean(LinePlatform.class).limit(null);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + LinePlatform.TOKEN)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String message(String to, String text) {
        return "{\"to\":\"" + to + "\",\"messages\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
    }

    @Test
    void aRepeatUnderTheSameKeyIsNotTakenAgainAndNamesTheFirst() throws Exception {
        String key = UUID.randomUUID().toString();
        String text = "once " + key;
        HttpResponse<String> first = post("/v2/bot/message/push", message(phone.id, text), "X-Line-Retry-Key", key);
        HttpResponse<String> second = post("/v2/bot/message/push", message(phone.id, text), "X-Line-Retry-Key", key);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("sentMessages");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("x-line-accepted-request-id")).isEqualTo(first.headers().firstValue("x-line-request-id"));
        assertThat(phone.getChat().stream().filter(b -> b.text().equals(text))).hasSize(1);
    }

    @Test
    void aKeyIsRefusedWhereNoneIsTakenAndWhereItIsNone() throws Exception {
        assertThat(post("/v2/bot/message/push", message(phone.id, "x"), "X-Line-Retry-Key", "no uuid").statusCode()).isEqualTo(400);
        assertThat(post("/v2/bot/user/" + phone.id + "/linkToken", "", "X-Line-Retry-Key", UUID.randomUUID().toString()).statusCode()).isEqualTo(400);
        assertThat(post("/v2/bot/message/push", message("U1", "x")).statusCode()).isEqualTo(400);
        assertThat(post("/v2/bot/message/push", "{\"to\":\"" + phone.id + "\",\"messages\":[]}").statusCode()).isEqualTo(400);
        assertThat(post("/v2/bot/message/push", message(phone.id, "x".repeat(5001))).statusCode()).isEqualTo(400);
        assertThat(post("/v2/bot/message/push", message(phone.id, "x"), "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void oneWhoBlocksIsAnsweredYesAndSeesNothing() throws Exception {
        phone.befriend(false);
        long used = sandbox.getBean(LinePlatform.class).used();
        assertThat(post("/v2/bot/message/push", message(phone.id, "unseen")).statusCode()).isEqualTo(200);
        assertThat(phone.getChat()).noneMatch(b -> b.text().equals("unseen"));
        assertThat(sandbox.getBean(LinePlatform.class).used()).isEqualTo(used);
    }

    @Test
    void beyondTheMonthsLimitNothingIsTaken() throws Exception {
        sandbox.getBean(LinePlatform.class).limit(sandbox.getBean(LinePlatform.class).used());
        HttpResponse<String> over = post("/v2/bot/message/push", message(phone.id, "over"), "X-Line-Retry-Key", UUID.randomUUID().toString());
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.body()).contains("monthly limit");
    }

    @Test
    void aLinkTokenWorksOnce() throws Exception {
        String token = post("/v2/bot/user/" + phone.id + "/linkToken", "").body().replaceAll(".*\"linkToken\":\"([^\"]+)\".*", "$1");
        LinePlatform platform = sandbox.getBean(LinePlatform.class);
        assertThat(platform.linked(token)).hasValue(phone.id);
        assertThat(platform.linked(token)).isEmpty();
    }
}
