package jp.michishirube.door;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Under which address people reach the application. What a request claims of it (Host, X-Forwarded-…) is not asked. */
@Component
class BaseUrl {

    private final URI address;
    private final Environment environment;

    /** @throws IllegalArgumentException for a setting that is no http(s) address */
    BaseUrl(@Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String setting, Environment environment) {
        this.address = URI.create(setting.strip());
        this.environment = environment;
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("michishirube.base-url is no address such as https://plans.example.jp: " + setting);
        }
    }

    String scheme() {
        return address.getScheme();
    }

    boolean isSecure() {
        return scheme().equals("https");
    }

    String host() {
        return address.getHost();
    }

    /** The port as addresses have it; where the server was to choose a free one (port 0), the one that it chose. */
    int port() {
        int usual = isSecure() ? 443 : 80;
        return address.getPort() == 0 ? environment.getProperty("local.server.port", Integer.class, usual) : address.getPort() < 0 ? usual : address.getPort();
    }

    /** Host and, unless it is the scheme's own, port. */
    String authority() {
        return host() + (port() == (isSecure() ? 443 : 80) ? "" : ":" + port());
    }
}
