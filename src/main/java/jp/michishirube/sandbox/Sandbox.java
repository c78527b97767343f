package jp.michishirube.sandbox;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * The outside world on one port: identity provider, city OS, secure gateway, disaster app, care circle app, LINE, weather office and mail server, with
 * invented people. For demonstration and tests only; whoever runs the product for real points it at the real ones.
 *
 * <p>The auto-configurations are listed by name: the product's database, migrations and engine lie on the same class path, and plain
 * auto-configuration would start them here a second time.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class, SslAutoConfiguration.class, JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class, HttpEncodingAutoConfiguration.class, WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class, SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class})
public class Sandbox {

    /**
     * @param port           of the sandbox's HTTP; 0 for any free one (see {@link #port})
     * @param smtpPort       of its mail server; 0 for any free one (see {@link #smtpPort})
     * @param productBaseUrl where the product answers, such as {@code http://localhost:8080}: people are sent back there after
     *                       sign-in, consents are handed over there. Any other port of localhost is accepted for sign-in too.
     * @param issuer         what tokens name as their issuer; null for the address the token was asked at
     * @return the running sandbox; the caller closes it
     */
    public static ConfigurableApplicationContext start(int port, int smtpPort, String productBaseUrl, String issuer) {
        return start(port, smtpPort, productBaseUrl, issuer, "127.0.0.1");
    }

    /** @param address of this machine where it listens; its passwords are known to everybody, so usually the machine's own */
    public static ConfigurableApplicationContext start(int port, int smtpPort, String productBaseUrl, String issuer, String address) {
        return new SpringApplicationBuilder(Sandbox.class)
                .bannerMode(Banner.Mode.OFF).logStartupInfo(false).registerShutdownHook(false)
                .run("--spring.config.name=sandbox", "--spring.profiles.active=sandbox", "--server.port=" + port,
                        "--server.address=" + address,
                        "--sandbox.smtp-port=" + smtpPort, "--sandbox.product=" + productBaseUrl,
                        "--sandbox.issuer=" + (issuer == null ? "" : issuer));
    }

    /** The HTTP port in use. */
    public static int port(ConfigurableApplicationContext sandbox) {
        return ((ServletWebServerApplicationContext) sandbox).getWebServer().getPort();
    }

    /** The SMTP port in use. */
    public static int smtpPort(ConfigurableApplicationContext sandbox) {
        return sandbox.getBean(Mailbox.class).port();
    }
}
