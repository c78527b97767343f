package jp.michishirube.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The weather office's memory: what it has published, and the number that each flood has come to. */
@Component
class WeatherOffice {

    private static final int KEPT = 300;

    /** @param id name of its file */
    record Published(String id, Instant at, WeatherTelegram.Content content, String xml) {}

    private final List<Published> published = new ArrayList<>();
    /** The last issue by status and river. */
    private final Map<String, WeatherTelegram.Content> last = new LinkedHashMap<>();
    private Instant lastSent = Instant.EPOCH;
    private int sequence;

    /** @param late so long ago it was written, and held up on its way */
    synchronized Published issue(WeatherRivers.River river, String status, int level, int lower, boolean cities, Duration late) {
        WeatherTelegram.Content before = last.get(status + river.code());
        Instant now = next();
        WeatherTelegram.Content content = new WeatherTelegram.Content(river, status, "発表", before == null || before.level() == 0 ? 1 : before.serial() + 1, level, lower, cities,
                now.minus(late), now.minus(late));
        last.put(status + river.code(), content);
        return publish(content);
    }

    /** Of the last issue, which bears the same number and the same time. */
    synchronized Optional<Published> correct(WeatherRivers.River river, String status, int level, int lower) {
        return again(river, status, "訂正", level, lower);
    }

    synchronized Optional<Published> withdraw(WeatherRivers.River river, String status) {
        WeatherTelegram.Content before = last.get(status + river.code());
        return before == null ? Optional.empty() : again(river, status, "取消", before.level(), before.lower());
    }

    /** The same bytes under another name, as a line that sends doubled. */
    synchronized Optional<Published> repeat(String id) {
        return of(id).map(p -> add(new Published(name(p.content()), next(), p.content(), p.xml())));
    }

    private Optional<Published> again(WeatherRivers.River river, String status, String issue, int level, int lower) {
        WeatherTelegram.Content before = last.get(status + river.code());
        if (before == null) {
            return Optional.empty();
        }
        WeatherTelegram.Content content = new WeatherTelegram.Content(river, status, issue, before.serial(), level, lower, true, next(), before.report());
        if (issue.equals("訂正")) {
            last.put(status + river.code(), content);
        }
        return Optional.of(publish(content));
    }

    private Published publish(WeatherTelegram.Content content) {
        return add(new Published(name(content), Instant.now(), content, WeatherTelegram.write(content)));
    }

    private Published add(Published one) {
        published.add(0, one);
        if (published.size() > KEPT) {
            published.remove(KEPT);
        }
        return one;
    }

    /** No two within a second: of two of the same times nobody could say which is the newer. */
    private Instant next() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        lastSent = now.isAfter(lastSent) ? now : lastSent.plusSeconds(1);
        return lastSent;
    }

    private String name(WeatherTelegram.Content content) {
        return DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC).format(content.control()) + "_" + sequence++ + "_" + content.river().kind() + "_990000.xml";
    }

    synchronized List<Published> all() {
        return List.copyOf(published);
    }

    synchronized Optional<Published> of(String id) {
        return published.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
