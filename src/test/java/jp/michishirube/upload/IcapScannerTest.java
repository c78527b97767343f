package jp.michishirube.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import jp.michishirube.testing.TestPdf;
import jp.michishirube.upload.SmallIcapServer.Mode;
import jp.michishirube.upload.UploadRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hook for a scanner that speaks ICAP, against one that does. What was not looked at is not clean. */
class IcapScannerTest {

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
        for (String address : new String[] {"icap:scanner", "icap://", "icap://scanner.example.jp", "icap://scanner.example.jp/"}) {
            assertThatThrownBy(() -> scanner(address)).as(address).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static MalwareScanner scanner(String address) {
        return new MalwareScanner(List.of(address), Duration.ofMillis(500));
    }

    private static void assertRefused(MalwareScanner scanner, byte[] content, Reason reason) {
        assertThatThrownBy(() -> scanner.scan(content)).isInstanceOfSatisfying(UploadRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
