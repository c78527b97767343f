package jp.michishirube.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen, signed in through the sandbox's provider: requests cost what they cost a person. */
public final class SignedIn {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final String address;
    private String token;

    public SignedIn(int port, String account) {
        address = "http://localhost:" + port;
        HttpResponse<String> login = send(HttpRequest.newBuilder(URI.create(address + "/")));
        String form = "username=" + account + "&password=michishirube&_csrf=" + URLEncoder.encode(token(login.body()), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(login.uri().resolve("/login")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public String get(String path) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(address + path)));
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + page.statusCode());
        }
        return page.body();
    }

    /** A page whose token later posts use. */
    String open(String path) {
        String page = get(path);
        token = token(page);
        return page;
    }

    String post(String path, String json) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/json")
                .header("Accept", "application/json").header("X-CSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no token on the page");
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
