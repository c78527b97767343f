package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** The demonstration, whose passwords everybody knows, and the sandbox beside it answer this machine alone. */
@ProductTest
class LoopbackTest {

    @LocalServerPort private int port;
    @Autowired private Environment settings;

    @Test
    void nobodyElseReachesTheDemonstration() throws Exception {
        int sandbox = URI.create(settings.getProperty("michishirube.sandbox.url")).getPort();
        int mail = settings.getRequiredProperty("michishirube.mail.port", Integer.class);
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
        for (int each : new int[] {port, sandbox, mail}) {
            connect(InetAddress.getByName("127.0.0.1"), each);
            for (InetAddress other : othersOfThisMachine()) {
                assertThatThrownBy(() -> connect(other, each)).as(other + ":" + each).isInstanceOf(IOException.class);
            }
        }
    }

    private static List<InetAddress> othersOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress()).toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }
}
