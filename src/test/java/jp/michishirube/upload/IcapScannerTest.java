package jp.michishirube.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.michishirube.testing.TestPdf;
import jp.michishirube.upload.SmallIcapServer.Mode;
import jp.michishirube.upload.UploadRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hook for a scanner that speaks ICAP, against one that does. What was not looked at is not clean. */
class IcapScannerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(names = {"SCANS", "BLOCKS_BY_PAGE"})
    void aCleanFileIsTakenAndAnInfectedOneIsNot(Mode mode) throws Exception {
        try (SmallIcapServer server = new SmallIcapServer(mode)) {
            MalwareScanner scanner = scanner(server.address());
            byte[] clean = TestPdf.page();
            assertThatCode(() -> scanner.scan(clean)).doesNotThrowAnyException();
            assertThat(server.lastBody()).isEqualTo(clean);
            assertRefused(scanner, ("%PDF-1.7 " + SmallIcapServer.EICAR).getBytes(), Reason.INFECTED);
            assertThatCode(() -> scanner.scan(new byte[0])).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "BUSY", "NONSENSE", "HANDS_BACK"})
    void withoutAnAnswerThatSaysCleanNothingIsTaken(Mode mode) throws Exception {
        try (SmallIcapServer server = new SmallIcapServer(mode)) {
            assertRefused(scanner(server.address()), TestPdf.page(), Reason.NOT_SCANNED);
        }
    }

    /** The patience is for all of it: a request's thread that waits for a hanging scanner would be lost for ever. */
    @ParameterizedTest
    @EnumSource(names = {"TAKES_NOTHING", "NEVER_ENDS"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aScannerThatNeitherReadsNorEndsIsLeft(Mode mode) throws Exception {
        try (SmallIcapServer server = new SmallIcapServer(mode)) {
            // More than lies in the buffers between, or so little that the answer begins at once.
            assertRefused(scanner(server.address()), new byte[mode == Mode.TAKES_NOTHING ? 30_000_000 : 10], Reason.NOT_SCANNED);
        }
    }

    @Test
    void aScannerThatIsAwayIsToldAndNothingIsTaken() throws Exception {
        SmallIcapServer server = new SmallIcapServer(Mode.SCANS);
        MalwareScanner scanner = scanner(server.address());
        server.close();
        assertRefused(scanner, TestPdf.page(), Reason.NOT_SCANNED);
    }

    @Test
    void anAddressThatIsNoneRefusesTheStart() {
        for (String address : new String[] {"icap:scanner", "icap://", "icap://scanner.example.jp", "icap://scanner.example.jp/", "icaps:scanner", "icaps://scanner.example.jp/"}) {
            assertThatThrownBy(() -> scanner(address)).as(address).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** As for a web server: the connection is hidden, and the certificate has to be trusted and of that host. */
    @Test
    void bySecureIcapTheScannerHasToShowWhoItIs(@TempDir Path folder) throws Exception {
        SSLContext own = certificate(folder, "localhost");
        SSLContext other = certificate(folder, "scanner.example.jp");
        try (SmallIcapServer server = new SmallIcapServer(Mode.SCANS, own.getServerSocketFactory())) {
            byte[] clean = TestPdf.page();
            assertThatCode(() -> secure(server, own).scan(clean)).doesNotThrowAnyException();
            assertThat(server.lastBody()).isEqualTo(clean);
            assertRefused(secure(server, own), ("%PDF-1.7 " + SmallIcapServer.EICAR).getBytes(), Reason.INFECTED);
            assertRefused(scanner(server.address()), clean, Reason.NOT_SCANNED);
            assertRefused(scanner(server.address().replace("icaps:", "icap:")), clean, Reason.NOT_SCANNED);
        }
        try (SmallIcapServer server = new SmallIcapServer(Mode.SCANS, other.getServerSocketFactory())) {
            assertRefused(secure(server, other), TestPdf.page(), Reason.NOT_SCANNED);
            assertThat(server.lastBody()).as("nothing of the file before the certificate was looked at").isEmpty();
        }
        try (SmallIcapServer server = new SmallIcapServer(Mode.SCANS)) {
            assertRefused(scanner(server.address().replace("icap:", "icaps:")), TestPdf.page(), Reason.NOT_SCANNED);
        }
    }

    /** A server with a certificate of that host, which is trusted by nobody but this context. */
    private static SSLContext certificate(Path folder, String host) throws Exception {
        Path file = folder.resolve(host + ".p12");
        char[] password = "secret-of-test".toCharArray();
        Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC", "-alias", "scanner", "-dname", "CN=" + host,
                "-ext", "san=dns:" + host, "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(password)).inheritIO().start();
        assertThat(tool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), password);
        KeyManagerFactory shows = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shows.init(keys, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("scanner", keys.getCertificate("scanner"));
        TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shows.getKeyManagers(), trusts.getTrustManagers(), null);
        return context;
    }

    private static MalwareScanner secure(SmallIcapServer server, SSLContext trusts) {
        return new MalwareScanner(new IcapScanner(URI.create(server.address()), PATIENCE, trusts.getSocketFactory()), PATIENCE);
    }

    private static MalwareScanner scanner(String address) {
        return new MalwareScanner(List.of(address), Duration.ofMillis(500));
    }

    private static void assertRefused(MalwareScanner scanner, byte[] content, Reason reason) {
        assertThatThrownBy(() -> scanner.scan(content)).isInstanceOfSatisfying(UploadRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
