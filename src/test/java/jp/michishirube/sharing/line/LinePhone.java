package jp.michishirube.sharing.line;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.testing.SandboxPages;

/** A telephone of the outside world, as its owner uses it. */
public final class LinePhone {

    private static final Pattern LINK = Pattern.compile("<a href=\"(http[^\"]+)\"");

    private final String base;
    private final SandboxPages pages;
    private final String id;

    private LinePhone(String base, String id) {
        this.base = base;
        this.pages = new SandboxPages(base);
        this.id = id;
    }

    /** @param productPort where webhooks go from now on */
    public static LinePhone of(String base, String name, int productPort) {
        Matcher m = Pattern.compile("/phone/(U[0-9a-f]{32})\">" + name).matcher(new SandboxPages(base).get("/phone"));
        if (!m.find()) {
            throw new IllegalArgumentException(name);
        }
        call(base, "PUT", "/v2/bot/channel/webhook/endpoint", "{\"endpoint\":\"http://localhost:" + productPort + "/hooks/line\"}");
        return new LinePhone(base, m.group(1));
    }

    public static HttpResponse<String> call(String base, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer sandbox-line-token")
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body));
        Stream.of(headers).map(h -> h.split("=", 2)).forEach(h -> request.header(h[0], h[1]));
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String id() {
        return id;
    }

    public String address() {
        return base + "/phone/" + id;
    }

    public String screen() {
        return pages.get("/phone/" + id);
    }

    public void befriend() {
        pages.post("/phone/" + id, "/phone/" + id + "/friend", "");
    }

    public void block() {
        pages.post("/phone/" + id, "/phone/" + id + "/block", "");
    }

    /** Presses a button below a message; the newest that begins so. */
    public void press(String label) {
        Matcher m = Pattern.compile("name=\"data\" value=\"([^\"]+)\">" + Pattern.quote(label)).matcher(screen());
        String data = null;
        while (m.find()) {
            data = m.group(1);
        }
        pages.post("/phone/" + id, "/phone/" + id + "/press", "data=" + data.replace(' ', '+'));
    }

    public void say(String text) {
        pages.post("/phone/" + id, "/phone/" + id + "/say", "text=" + text);
    }

    /** Links in the chat, the last last. */
    public java.util.List<String> links() {
        return LINK.matcher(screen()).results().map(r -> r.group(1).replace("&amp;", "&")).filter(l -> l.contains("/p/") || l.contains("/v/line")).toList();
    }

    /** @return what LINE's own page says at the end of linking */
    public String finish(String address) {
        return pages.get(address.substring(address.indexOf("/dialog/")));
    }
}
