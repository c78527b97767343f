package jp.michishirube.security;

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

/** A browser as far as signing in goes: cookies, redirects, forms. */
final class WebBrowser {

    private static final String PASSWORD = "michishirube";

    private final String product;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient following = client(HttpClient.Redirect.NORMAL);
    private final HttpClient staying = client(HttpClient.Redirect.NEVER);

    WebBrowser(String product) {
        this.product = product;
    }

    /** Goes to the product, is led to the provider, signs in there, and is where that leads. */
    HttpResponse<String> signIn(String account) {
        HttpResponse<String> login = open("/");
        if (!login.uri().getPath().equals("/login")) {
            throw new AssertionError("no sign-in page but " + login.statusCode() + " at " + login.uri());
        }
        return post(login, "/login", "username=" + account + "&password=" + PASSWORD);
    }

    /** Follows redirects. */
    HttpResponse<String> open(String path) {
        return send(following, request(URI.create(product + path)).build());
    }

    /** Answers the first step only. */
    HttpResponse<String> ask(String path) {
        return send(staying, request(URI.create(product + path)).build());
    }

    /** Sends a form with the token that this page holds. */
    HttpResponse<String> post(HttpResponse<String> page, String path, String form) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page.uri());
        }
        return send(following, request(page.uri().resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))).build());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html,application/xhtml+xml").header("Accept-Language", "ja");
    }

    private HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).followRedirects(redirect).build();
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
