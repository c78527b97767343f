package jp.michishirube.safety.warning;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import jp.michishirube.safety.telegram.ReadFeed;
import jp.michishirube.safety.telegram.ReadRiverForecast;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The weather office's server, as far as we ask it: open to all, so no token goes there. */
@Component
class WeatherOffice {

    private final String feed;
    private final String days;
    private final Duration read;
    private final HttpClient http;

    /**
     * @param feed what came in the last minutes ({@code extra.xml}); empty for none
     * @param days what came in the last days ({@code extra_l.xml}), read after a gap; empty for none
     */
    WeatherOffice(@Value("${michishirube.weather.feed:}") String feed, @Value("${michishirube.weather.feed-days:}") String days,
            @Value("${michishirube.outside.connect-timeout:2s}") String connect, @Value("${michishirube.outside.read-timeout:5s}") String read) {
        this.feed = feed.strip();
        this.days = days.strip();
        this.read = DurationStyle.detectAndParse(read);
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(DurationStyle.detectAndParse(connect))
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    boolean isSetUp() {
        return !feed.isEmpty();
    }

    String feed() {
        return feed;
    }

    Optional<String> days() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days);
    }

    /** @param modified as it was told with it; null for none */
    record Read(ReadFeed.Feed feed, String modified) {}

    /**
     * @param modified as told the last time; null for none
     * @return empty where nothing has changed since
     * @throws IOException when it does not answer, or not with a page
     */
    Optional<Read> read(String address, String modified) throws IOException, InterruptedException {
        HttpRequest.Builder ask = ask(URI.create(address));
        HttpResponse<InputStream> answer = http.send((modified == null ? ask : ask.header("If-Modified-Since", modified)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (modified != null && answer.statusCode() == 304) {
                return Optional.empty();
            }
            require(answer.statusCode());
            return Optional.of(new Read(ReadFeed.read(body), answer.headers().firstValue("Last-Modified").orElse(null)));
        }
    }

    /** An entry may lead to the feed's own server alone: a feed that somebody changed must not send us through the municipality's network. */
    boolean isOfTheOffice(String href) {
        try {
            URI own = URI.create(feed);
            URI there = URI.create(href);
            return own.getScheme().equals(there.getScheme()) && own.getHost().equals(there.getHost()) && own.getPort() == there.getPort() && there.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One byte more than a telegram may have, where it is larger: whoever reads it says so. */
    byte[] fetch(String href) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(ask(URI.create(href)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            require(answer.statusCode());
            return body.readNBytes(ReadRiverForecast.LARGEST + 1);
        }
    }

    private HttpRequest.Builder ask(URI address) {
        return HttpRequest.newBuilder(address).timeout(read.multipliedBy(2)).header("User-Agent", "michishirube");
    }

    private static void require(int status) throws IOException {
        if (status != 200) {
            throw new IOException("the weather office answers " + status);
        }
    }
}
