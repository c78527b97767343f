package jp.michishirube.tiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The outside server of maps, as far as we ask it. */
@Component
class MapServer {

    private static final int LARGEST = 1 << 20;

    private final String address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param address of one square, with {@code {z}}, {@code {x}} and {@code {y}}; empty for none */
    MapServer(@Value("${michishirube.evacuation.tiles:}") String address) {
        this.address = address.strip();
    }

    boolean isSetUp() {
        return !address.isEmpty();
    }

    /**
     * @return empty where the server has no such picture
     * @throws IOException when it does not answer
     */
    Optional<Picture> fetch(Tile tile) throws IOException, InterruptedException {
        URI uri = URI.create(address.replace("{z}", "" + tile.z()).replace("{x}", "" + tile.x()).replace("{y}", "" + tile.y()));
        HttpRequest ask = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).header("User-Agent", "michishirube").build();
        HttpResponse<InputStream> answer = http.send(ask, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
                throw new IOException("map server answers " + answer.statusCode());
            }
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return answer.statusCode() == 200 && bytes.length <= LARGEST ? Picture.of(bytes) : Optional.empty();
        }
    }
}
