package jp.michishirube.safety.warning;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.michishirube.municipality.Installation;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feed as it is on a bad day. The server is the test's own, and says what the official one says. */
@ProductTest
class PullTelegramsTest {

    @Autowired private FeedReadings readings;
    @Autowired private TakeTelegram take;
    @Autowired private Installation installation;
    @Autowired private RiverStates states;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private final Map<String, String> feeds = new ConcurrentHashMap<>();
    private final Map<String, byte[]> telegrams = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String base;
    private String river;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        river = String.format("9900%08d", 50_000 + server.getAddress().getPort());
        server.createContext("/", call -> {
            String path = call.getRequestURI().getPath();
            asked.add(path);
            byte[] body = path.startsWith("/feed/") ? feeds.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8) : telegrams.getOrDefault(path, new byte[0]);
            if (path.startsWith("/feed/") && body.length > 0 && "Tue, 01 Sep 2026 09:00:00 GMT".equals(call.getRequestHeaders().getFirst("If-Modified-Since"))) {
                call.sendResponseHeaders(304, -1);
            } else if (body.length == 0) {
                call.sendResponseHeaders(503, -1);
            } else {
                call.getResponseHeaders().set("Last-Modified", "Tue, 01 Sep 2026 09:00:00 GMT");
                call.sendResponseHeaders(200, body.length);
                call.getResponseBody().write(body);
            }
            call.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        jdbc.sql("delete from safety.telegram_refused where where_from like ?").param("http%").update();
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
    }

    private PullTelegrams pull() {
        return new PullTelegrams(new WeatherOffice(base + "/feed/extra.xml", base + "/feed/extra_l.xml", "2s", "5s"), readings, take, installation, clock);
    }

    private static String feed(Map<String, String> titlesByHref) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>高頻度（随時）</title><updated>2026-09-01T18:00:00+09:00</updated>");
        int[] minute = {titlesByHref.size()};
        titlesByHref.forEach((href, title) -> feed.append("<entry><title>").append(title).append("</title><updated>2026-09-01T09:").append(String.format("%02d", minute[0]--))
                .append(":00Z</updated><link type=\"application/xml\" href=\"").append(href).append("\"/></entry>"));
        return feed.append("</feed>").toString();
    }

    private byte[] told(int level, String report) {
        return WrittenTelegram.of(river, level).at(report, report).area("上", "9900100", "-").bytes();
    }

    private FeedReadings.Source source() {
        return readings.of(base + "/feed/extra.xml").orElseThrow();
    }

    private long count(String path) {
        return asked.stream().filter(path::equals).count();
    }

    private String why(String href) {
        return jdbc.sql("select why from safety.telegram_refused where where_from = ?").param(href).query(String.class).optional().orElse("");
    }

    @Test
    void eachTelegramIsFetchedOnceAndABadOneHoldsUpNoOther() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : List.of("new", "old", "cut", "other", "elsewhere")) {
            all.put(base + "/data/" + name + ".xml", name.equals("other") ? "府県気象情報" : "指定河川洪水予報");
        }
        all.put("http://127.0.0.1:1/data/inside.xml", "指定河川洪水予報");
        telegrams.put("/data/new.xml", told(0, "2026-09-01T09:00:00Z"));
        telegrams.put("/data/old.xml", told(4, "2026-09-01T08:00:00Z"));
        telegrams.put("/data/cut.xml", java.util.Arrays.copyOf(told(4, "2026-09-01T08:30:00Z"), 700));
        telegrams.put("/data/other.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
        WrittenTelegram far = WrittenTelegram.of("120010009900", 5).area("上", "1210000", "-");
        far.prefecture = "120000";
        telegrams.put("/data/elsewhere.xml", far.bytes());
        feeds.put("/feed/extra.xml", feed(Map.of()));
        feeds.put("/feed/extra_l.xml", feed(all));
        pull().pull();
        assertThat(states.of(Mode.REAL, river).level()).as("lifted, whatever came last").isZero();
        assertThat(why(base + "/data/cut.xml")).isEqualTo("NO_XML");
        assertThat(why("http://127.0.0.1:1/data/inside.xml")).as("a feed sends us nowhere else").isEqualTo("NO_TELEGRAM");
        assertThat(source().failingSince()).isNull();

        pull().pull();
        feeds.put("/feed/extra.xml", feed(all) + " ");
        jdbc.sql("update safety.weather_source set modified = null where feed = ?").param(base + "/feed/extra.xml").update();
        pull().pull();
        assertThat(asked.stream().filter(a -> a.startsWith("/data/"))).containsExactlyInAnyOrder("/data/new.xml", "/data/old.xml", "/data/cut.xml", "/data/elsewhere.xml");
    }

    @Test
    void aSourceThatIsAwayIsToldAndTheGapIsReadWhenItIsBack() {
        pull().pull();
        Instant since = source().failingSince();
        assertThat(since).isNotNull();
        assertThat(source().why()).isEqualTo("NO_ANSWER");
        assertThat(source().answered()).isNull();
        feeds.put("/feed/extra.xml", "<html>Maintenance</html>");
        feeds.put("/feed/extra_l.xml", "<html>Maintenance</html>");
        pull().pull();
        assertThat(source().why()).isEqualTo("NO_TELEGRAM");
        assertThat(source().failingSince()).as("since the first time").isEqualTo(since);

        feeds.put("/feed/extra.xml", feed(Map.of()));
        feeds.put("/feed/extra_l.xml", feed(Map.of(base + "/data/missed.xml", "指定河川洪水予報")));
        pull().pull();
        assertThat(source().why()).as("the telegram itself does not come yet").isEqualTo("INCOMPLETE");
        telegrams.put("/data/missed.xml", told(3, "2026-09-01T08:00:00Z"));
        pull().pull();
        assertThat(states.of(Mode.REAL, river).level()).isEqualTo(3);
        assertThat(source().failingSince()).isNull();
        assertThat(why(base + "/data/missed.xml")).isEmpty();

        long days = count("/feed/extra_l.xml");
        pull().pull();
        assertThat(count("/feed/extra_l.xml")).as("without a gap that of minutes alone").isEqualTo(days);
        assertThat(source().modified()).isEqualTo("Tue, 01 Sep 2026 09:00:00 GMT");
    }
}
