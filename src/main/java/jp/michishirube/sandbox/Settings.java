package jp.michishirube.sandbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the launcher told the sandbox at its start. */
@Component
class Settings {

    final String product;
    final String issuer;
    final int smtpPort;
    final long slowMillis;
    final String address;
    final String clientKey;

    Settings(@Value("${sandbox.product}") String product, @Value("${sandbox.issuer:}") String issuer,
            @Value("${sandbox.smtp-port}") int smtpPort, @Value("${sandbox.slow-millis:8000}") long slowMillis,
            @Value("${server.address:127.0.0.1}") String address, @Value("${sandbox.client-key:}") String clientKey) {
        this.product = product.replaceAll("/+$", "");
        this.issuer = issuer.isBlank() ? null : issuer;
        this.smtpPort = smtpPort;
        this.slowMillis = slowMillis;
        this.address = address;
        this.clientKey = clientKey;
    }
}
