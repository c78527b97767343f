package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import jp.michishirube.sandbox.Sandbox;
import jp.michishirube.sharing.channel.Waiting;
import jp.michishirube.testing.SandboxPages;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product is killed by SIGKILL in the middle of pushing by LINE, every other time together with its PostgreSQL, while the platform's yes comes late
 * or is broken off: each message stands in its reader's chat exactly once. Minutes of starting and of waiting for claims to end, so it is run by hand
 * and not with the tests: {@code ./mvnw test -Dtest=KilledWhileSendingByLine}.
 */
class KilledWhileSendingByLine {

    private static final int MESSAGES = 400;
    private static final int KILLS = 3;
    private static final Pattern PHONE = Pattern.compile("/phone/(U[0-9a-f]{32})\"");
    private static final Pattern LINK = Pattern.compile("href=\"https://example\\.jp/p/(n\\d+)\"");

    private final AtomicInteger pushes = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private ConfigurableApplicationContext line;
    private HttpServer between;
    private StartedProduct product;

    @BeforeEach
    void start() throws IOException {
        line = Sandbox.start(0, 0, "http://localhost:1", null);
        between = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        between.setExecutor(Executors.newFixedThreadPool(16));
        between.createContext("/", this::passOn);
        between.start();
        product = new StartedProduct(Files.createTempDirectory("victim"), "--michishirube.line.api=http://localhost:" + between.getAddress().getPort());
        product.start();
    }

    @AfterEach
    void stop() {
        product.close();
        between.stop(0);
        line.close();
    }

    /** The platform has taken a push, and its yes comes late; every tenth never. */
    private void passOn(HttpExchange call) throws IOException {
        try (call) {
            HttpRequest.Builder on = HttpRequest.newBuilder(URI.create(lineUrl() + call.getRequestURI()))
                    .method(call.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
            for (String name : List.of("Authorization", "Content-Type", "X-Line-Retry-Key")) {
                if (call.getRequestHeaders().getFirst(name) != null) {
                    on.header(name, call.getRequestHeaders().getFirst(name));
                }
            }
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(on.build(), HttpResponse.BodyHandlers.ofByteArray());
            repeats.addAndGet(answer.statusCode() == 409 ? 1 : 0);
            Thread.sleep(200);
            if (pushes.incrementAndGet() % 10 == 0) {
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (name.startsWith("x-line") || name.equals("content-type")) {
                    call.getResponseHeaders().put(name, values);
                }
            });
            call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            call.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lineUrl() {
        return "http://localhost:" + Sandbox.port(line);
    }

    private List<String> phones() {
        return PHONE.matcher(new SandboxPages(lineUrl()).get("/phone")).results().map(r -> r.group(1)).toList();
    }

    private List<String> arrived() {
        SandboxPages pages = new SandboxPages(lineUrl());
        return phones().stream().flatMap(p -> LINK.matcher(pages.get("/phone/" + p)).results().map(r -> r.group(1))).toList();
    }

    @Test
    void eachMessageArrivesExactlyOnce() {
        SandboxPages pages = new SandboxPages(lineUrl());
        List<String> phones = phones();
        phones.forEach(p -> pages.post("/phone/" + p, "/phone/" + p + "/friend", ""));
        fill(phones);
        for (int kill = 1; kill <= KILLS; kill++) {
            int taken = kill * MESSAGES / (KILLS + 2);
            Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(20)).until(() -> pushes.get() >= taken);
            product.kill(kill % 2 == 0);
            product.start();
        }
        Awaitility.await().atMost(Duration.ofMinutes(8)).until(() -> count("state = 'QUEUED'") == 0);
        System.out.println("accepted " + count("state = 'ACCEPTED'") + ", calls " + pushes + ", answered 409 " + repeats + ", in the chats " + arrived().size());
        assertThat(repeats.get()).as("the kills and broken answers hit something").isPositive();
        assertThat(count("state = 'ACCEPTED'")).isEqualTo(MESSAGES);
        assertThat(arrived()).hasSize(MESSAGES).doesNotHaveDuplicates();
    }

    private int count(String which) {
        return product.jdbc().sql("select count(*) from sharing.message m where " + which).query(Integer.class).single();
    }

    private void fill(List<String> phones) {
        JdbcClient jdbc = product.jdbc();
        long resident = jdbc.sql("insert into casefile.resident (city_number, name) values ('KILLED', '試験') returning id").query(Long.class).single();
        for (int n = 0; n < MESSAGES; n++) {
            long contact = jdbc.sql("insert into sharing.supporter_contact (resident_id, supporter_key, language, changed_at) values (?, ?, 'ja', now()) returning id")
                    .params(resident, "s" + n).query(Long.class).single();
            jdbc.sql("insert into sharing.line_link (holder_kind, holder_key, user_id, linked_at) values ('SUPPORTER', ?, ?, now())")
                    .params(String.valueOf(contact), phones.get(n % phones.size())).update();
            jdbc.sql("""
                    insert into sharing.message (id, once, holder_kind, holder_key, way, occasion, template, language, link, state, next_try, retry_key, made_at,
                        made_by, changed_at)
                    values (gen_random_uuid(), ?, 'SUPPORTER', ?, 'LINE', 'WARNING', 'supporter-page', 'ja', ?, 'QUEUED', now(), gen_random_uuid(), now(), 'test', now())
                    """).params("kill " + n, String.valueOf(contact), Waiting.sealed("https://example.jp/p/n" + n)).update();
        }
    }
}
