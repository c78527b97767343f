package jp.michishirube.sharing.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import jp.michishirube.Product;
import jp.michishirube.bench.Figures;
import jp.michishirube.testing.ProductSurroundings;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code outbox.rate}: LINE pushes from the outbox, from the claim to the state written down, against the bare HTTP client with as many lines posting the
 * same bodies to the same sandbox, in turns.
 */
public final class OutboxRateBench {

    private static final int ROUNDS = 5;
    private static final int MESSAGES = Integer.getInteger("bench.messages", 10_000) / ROUNDS;
    private static final int LINES = 8;

    private OutboxRateBench() {}

    public static void measure() throws Exception {
        String outside = Surroundings.outside().url();
        SandboxPages pages = new SandboxPages(outside);
        List<String> users = Pattern.compile("/phone/(U[0-9a-f]{32})\"").matcher(pages.get("/phone")).results().map(r -> r.group(1)).toList();
        users.forEach(u -> pages.post("/phone/" + u, "/phone/" + u + "/friend", ""));
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).profiles("demo").initializers(new ProductSurroundings())
                .run("--server.port=0", "--michishirube.outbox.every=1h")) {
            JdbcClient jdbc = product.getBean(JdbcClient.class);
            SendMessages sender = product.getBean(SendMessages.class);
            Channel line = product.getBeansOfType(Channel.class).values().stream().filter(c -> c.way() == Way.LINE).findFirst().orElseThrow();
            SealedLinks links = product.getBean(SealedLinks.class);
            double[] ours = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                int n = round < 0 ? MESSAGES / 4 : MESSAGES;
                double b = bare(outside, users, n);
                fill(jdbc, links, users, round, n);
                long start = System.nanoTime();
                sender.sendDue(line);
                double o = n / ((System.nanoTime() - start) / 1e9);
                int open = jdbc.sql("select count(*) from sharing.message where way = 'LINE' and state <> 'ACCEPTED'").query(Integer.class).single();
                if (open > 0) {
                    throw new IllegalStateException(open + " were not taken");
                }
                if (round >= 0) {
                    ours[round] = o;
                    bare[round] = b;
                }
            }
            double value = Figures.median(ours);
            double baseline = Figures.median(bare);
            Figures.write("outbox.rate", value, "messages/s", baseline, value / baseline,
                    ROUNDS * MESSAGES + " LINE pushes; baseline the bare HTTP client with " + LINES + " lines; bound is at least 0.5");
        }
    }

    private static void fill(JdbcClient jdbc, SealedLinks links, List<String> users, int round, int messages) {
        long resident = jdbc.sql("insert into casefile.resident (city_number, name) values (?, '試験') returning id").param("RATE" + round).query(Long.class).single();
        for (int n = 0; n < messages; n++) {
            long contact = jdbc.sql("insert into sharing.supporter_contact (resident_id, supporter_key, language, changed_at) values (?, ?, 'ja', now()) returning id")
                    .params(resident, "s" + n).query(Long.class).single();
            jdbc.sql("insert into sharing.line_link (holder_kind, holder_key, user_id, linked_at) values ('SUPPORTER', ?, ?, now())")
                    .params(String.valueOf(contact), users.get(n % users.size())).update();
            jdbc.sql("""
                    insert into sharing.message (id, once, holder_kind, holder_key, way, occasion, template, language, link, state, next_try, retry_key, made_at,
                        made_by, changed_at)
                    values (gen_random_uuid(), ?, 'SUPPORTER', ?, 'LINE', 'WARNING', 'supporter-page', 'ja', ?, 'QUEUED', now(), gen_random_uuid(), now(), 'bench', now())
                    """).params("rate " + round + " " + n, String.valueOf(contact), links.seal("https://example.jp/p/0123456789abcdefghjkmnpqrs")).update();
        }
    }

    private static double bare(String outside, List<String> users, int messages) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService lines = Executors.newFixedThreadPool(LINES);
        List<Future<Integer>> all = new ArrayList<>();
        long start = System.nanoTime();
        for (int n = 0; n < messages; n++) {
            String user = users.get(n % users.size());
            all.add(lines.submit(() -> push(http, outside, user)));
        }
        for (Future<Integer> one : all) {
            if (one.get() != 200) {
                throw new IllegalStateException("answered " + one.get());
            }
        }
        double rate = messages / ((System.nanoTime() - start) / 1e9);
        lines.shutdown();
        return rate;
    }

    private static int push(HttpClient http, String outside, String user) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(outside + "/v2/bot/message/push")).header("Authorization", "Bearer sandbox-line-token")
                .header("Content-Type", "application/json").header("X-Line-Retry-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"" + user + "\",\"notificationDisabled\":false,\"messages\":[{\"type\":\"text\",\"text\":"
                        + "\"みちしるべ市：避難の手伝いのページです https://example.jp/p/0123456789abcdefghjkmnpqrs\"}]}")).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
