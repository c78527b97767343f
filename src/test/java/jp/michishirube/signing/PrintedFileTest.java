package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;

class PrintedFileTest {

    private static final int PLANS = 40;
    private static final int BYTES = 4 << 20;

    /** 160 MB of plans, in a Java of their own with 64 MB of heap: whoever holds the plans, or the file made of them, ends there. */
    @Test
    void aBatchLargerThanTheHeapIsJoined() throws Exception {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Small.class.getName()).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(said).isZero();
        String[] told = said.strip().split("\n");
        assertThat(Long.parseLong(told[told.length - 1].strip())).isGreaterThan((long) PLANS * BYTES);
    }

    /** Joins, and says how long the file is. */
    static final class Small {

        public static void main(String[] args) throws IOException {
            byte[] plan = plan();
            try (PrintedFile file = new PrintedFile()) {
                for (int i = 0; i < PLANS; i++) {
                    file.add(plan);
                }
                file.join();
                try (InputStream whole = file.open()) {
                    if (!new String(whole.readNBytes(5), StandardCharsets.US_ASCII).equals("%PDF-")) {
                        throw new IOException("no PDF");
                    }
                }
                System.out.println(file.length());
            }
        }

        /** A page with what no packing makes smaller, as photos are. */
        private static byte[] plan() throws IOException {
            byte[] photo = new byte[BYTES];
            new Random(7).nextBytes(photo);
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                page.setContents(new PDStream(document, new ByteArrayInputStream(photo)));
                document.addPage(page);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        }
    }
}
