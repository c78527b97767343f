package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.evidence.VerifyLogCommand;
import jp.michishirube.launch.OutsideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A primary and its standby (streaming replication, real servers), the product before them by one address; the primary is killed under load and
 * the standby promoted. Prints what was seen. Minutes, so it is run by hand and not with the tests: {@code ./mvnw test -Dtest=FailoverDrill}.
 */
class FailoverDrill {

    private static final int WRITERS = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final ConcurrentSkipListSet<Integer> acknowledged = new ConcurrentSkipListSet<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private String address;
    private String token;

    private record Answer(long at, int status, String text) {}

    @Test
    void whatWasAcknowledgedIsThereAndPeopleSeeOneSentenceForSeconds(@TempDir Path home) throws Exception {
        try (OutsideServer primary = new OutsideServer(home.resolve("primary"))) {
            primary.makeRoles();
            try (OutsideServer standby = primary.standby(home.resolve("standby"))) {
                String hosts = "localhost:" + primary.port() + ",localhost:" + standby.port();
                // As docs/operations.md has it.
                String database = "jdbc:postgresql://" + hosts + "/michishirube?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=3";
                try (StartedProduct product = StartedProduct.on(database, Files.createDirectory(home.resolve("product")))) {
                    product.start();
                    address = product.address();
                    token = token(product.sandbox());
                    try {
                        drill(primary, standby, database);
                    } finally {
                        product.said().lines().filter(l -> l.contains(" ERROR ") || l.startsWith("Caused by")).distinct().limit(20).forEach(System.out::println);
                    }
                }
            }
        }
    }

    private void drill(OutsideServer primary, OutsideServer standby, String database) throws Exception {
        JdbcClient before = JdbcClient.create(primary.database("michishirube", "michishirube_owner"));
        before.sql("create table public.drill (n int primary key)").update();
        before.sql("insert into casefile.resident (name) values ('見本')").update();
        before.sql("insert into casefile.casefile (number, resident_id, opened_at) select '2026-00001-0', id, now() from casefile.resident").update();
        List<Thread> load = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < WRITERS; i++) {
            load.add(new Thread(() -> write(database, next)));
            load.add(new Thread(this::ask));
        }
        load.forEach(Thread::start);
        Thread.sleep(10_000);
        long killed = System.nanoTime();
        primary.kill();
        Thread.sleep(3_000);
        standby.promote();
        long promoted = System.nanoTime();
        int acknowledgedBefore = acknowledged.size();
        for (int i = 0; i < 600 && (lastStatus() != 200 || acknowledged.size() < acknowledgedBefore + 200); i++) {
            Thread.sleep(100);
        }
        Thread.sleep(5_000);
        goOn.set(false);
        for (Thread thread : load) {
            thread.join();
        }
        tell(killed, promoted);

        JdbcClient owner = JdbcClient.create(standby.database("michishirube", "michishirube_owner"));
        List<Integer> kept = owner.sql("select n from public.drill").query(Integer.class).list();
        assertThat(kept).as("what was acknowledged").containsAll(acknowledged);
        long reads = answers.stream().filter(a -> a.status == 200).count();
        assertThat(owner.sql("select count(*) from privacy.list_read").query(Long.class).single()).as("each answer that showed people left its line").isGreaterThanOrEqualTo(reads);
        assertThat(answers.stream().map(Answer::status).distinct()).as("nothing but the answer or one sentence").containsOnly(200, 503);
        assertThat(answers.stream().filter(a -> a.status == 503)).allMatch(a -> a.text.contains("database-away"));
        owner.sql("select evidence.carry_on(true)").query(Integer.class).single();
        assertThat(VerifyLogCommand.run(new String[0], standby.database("michishirube", "michishirube_owner"))).isZero();
    }

    private void write(String database, AtomicInteger next) {
        while (goOn.get()) {
            try (Connection c = DriverManager.getConnection(database, "michishirube_owner", "");
                    PreparedStatement insert = c.prepareStatement("insert into public.drill values (?)")) {
                while (goOn.get()) {
                    int n = next.incrementAndGet();
                    insert.setInt(1, n);
                    insert.executeUpdate();
                    acknowledged.add(n);
                }
            } catch (SQLException e) {
                pause();
            }
        }
    }

    private void ask() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/cases")).header("Authorization", "Bearer " + token)
                .header("Accept-Language", "ja").build();
        while (goOn.get()) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                answers.add(new Answer(System.nanoTime(), answer.statusCode(), answer.statusCode() == 200 ? "" : answer.body()));
            } catch (java.io.IOException e) {
                answers.add(new Answer(System.nanoTime(), -1, e.toString()));
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    private int lastStatus() {
        return answers.stream().reduce((a, b) -> b).map(Answer::status).orElse(0);
    }

    private void tell(long killed, long promoted) {
        long firstGood = answers.stream().filter(a -> a.status == 200 && a.at > promoted).mapToLong(Answer::at).min().orElse(0);
        long lastBad = answers.stream().filter(a -> a.status != 200).mapToLong(Answer::at).max().orElse(killed);
        System.out.printf("acknowledged writes: %d; answers 200: %d, 503: %d, other: %d%n", acknowledged.size(),
                answers.stream().filter(a -> a.status == 200).count(), answers.stream().filter(a -> a.status == 503).count(),
                answers.stream().filter(a -> a.status != 200 && a.status != 503).count());
        System.out.printf("standby promoted %.1f s after the kill; first good answer %.1f s, last refusal %.1f s after the kill%n", (promoted - killed) / 1e9,
                (firstGood - killed) / 1e9, (lastBad - killed) / 1e9);
        answers.stream().filter(a -> a.status != 200).map(a -> a.status + " " + a.text).distinct().limit(5).forEach(System.out::println);
    }

    private String token(String sandbox) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=cases:read")).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
