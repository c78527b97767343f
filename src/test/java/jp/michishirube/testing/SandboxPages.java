package jp.michishirube.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outside world's own pages, as a person would use them: what arrived there, and the switches. */
public final class SandboxPages {

    private final String base;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public SandboxPages(String base) {
        this.base = base;
    }

    public String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build()).body();
    }

    /** @param mode {@code NORMAL}, {@code SLOW}, {@code FAILING}, {@code NONSENSE} or {@code DOWN} */
    public void turn(String service, String mode) {
        post("/", "/switches", "service=" + service + "&mode=" + mode);
    }

    /** Sends a form of that page. */
    public void post(String page, String path, String form) {
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(get(page));
        if (!csrf.find()) {
            throw new IllegalStateException("no form on the sandbox's page");
        }
        int status = send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + csrf.group(1))).build()).statusCode();
        if (status != 302) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
