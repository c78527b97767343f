package jp.michishirube.launch;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The sandbox as the launcher knows it: by its class name only, so that no import ties the product to it. What the product learns of
 * it are addresses.
 */
public final class Outside {

    private static final String SANDBOX = "jp.michishirube.sandbox.Sandbox";

    private final ConfigurableApplicationContext context;
    private final int port;
    private final int smtpPort;

    private Outside(ConfigurableApplicationContext context, int port, int smtpPort) {
        this.context = context;
        this.port = port;
        this.smtpPort = smtpPort;
    }

    static Outside start(Environment settings, int productPort) {
        int port = settings.getProperty("michishirube.sandbox.port", Integer.class, 8090);
        int smtp = settings.getProperty("michishirube.sandbox.smtp-port", Integer.class, 8025);
        Ports.requireFree(port, "michishirube.sandbox.port");
        Ports.requireFree(smtp, "michishirube.sandbox.smtp-port");
        return start(port, smtp, "http://localhost:" + productPort, settings.getProperty("michishirube.sandbox.address", "127.0.0.1"));
    }

    /** @param port     0 for any free one
     *  @param smtpPort 0 for any free one */
    public static Outside start(int port, int smtpPort, String product) {
        return start(port, smtpPort, product, "127.0.0.1");
    }

    private static Outside start(int port, int smtpPort, String product, String address) {
        try {
            Class<?> sandbox = Class.forName(SANDBOX);
            ConfigurableApplicationContext context = (ConfigurableApplicationContext) sandbox
                    .getMethod("start", int.class, int.class, String.class, String.class, String.class)
                    .invoke(null, port, smtpPort, product, null, address);
            int actual = (int) sandbox.getMethod("port", ConfigurableApplicationContext.class).invoke(null, context);
            int actualSmtp = (int) sandbox.getMethod("smtpPort", ConfigurableApplicationContext.class).invoke(null, context);
            return new Outside(context, actual, actualSmtp);
        } catch (InvocationTargetException e) {
            throw new StartRefused(StartFailure.sentence(e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the sandbox is not in this jar", e);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The outside world's addresses, as settings of the product. */
    public List<String> settings() {
        return List.of("--michishirube.oidc.issuer=" + url(), "--michishirube.sandbox.url=" + url(),
                "--michishirube.services.city-os=" + url() + "/cityos", "--michishirube.services.gateway=" + url() + "/gateway",
                "--michishirube.services.disaster-app=" + url() + "/disaster-app",
                "--michishirube.services.care-circle=" + url() + "/care-circle",
                "--michishirube.weather.feed=" + url() + "/jma/developer/xml/feed/extra.xml", "--michishirube.weather.feed-days=" + url() + "/jma/developer/xml/feed/extra_l.xml",
                "--michishirube.mail.host=localhost", "--michishirube.mail.port=" + smtpPort,
                "--michishirube.line.api=" + url(), "--michishirube.line.account-link=" + url() + "/dialog/bot/accountLink",
                "--michishirube.line.friend-url=" + url() + "/phone", "--michishirube.line.channel-token=sandbox-line-token",
                "--michishirube.line.channel-secret=sandbox-line-secret",
                "--michishirube.telephone.url=" + url() + "/telephone", "--michishirube.telephone.key=sandbox-telephone-key",
                "--michishirube.telephone.sender=0120000000", "--michishirube.telephone.webhook-secret=sandbox-telephone-secret");
    }

    public void close() {
        context.close();
    }
}
