package jp.michishirube.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.michishirube.municipality.Folders;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every template as a picture, beside the picture that a person approved. Small shifts of the letters' edges are let through, a line
 * that moved is not. After an intended change: look at {@code target/pictures}, then run with {@code -Dapprove-pictures=true}.
 */
class ApprovedPicturesTest {

    private static final Path APPROVED = Path.of("src/test/resources/document/approved");
    private static final Path SEEN = Path.of("target/pictures");
    private static final float DPI = 40;
    private static final int BLOCK = 6;
    private static final double MOST_BLOCK = 60;
    private static final double MOST_MEAN = 1.5;

    @TestFactory
    Stream<DynamicTest> allTemplatesLookAsApproved() {
        Folders folders = new Folders(null);
        return RenderSamples.all(new Printer(folders, new NameGlyphs()), folders).entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> compare(sample.getKey(), sample.getValue().get())));
    }

    private static void compare(String name, byte[] pdf) throws IOException {
        BufferedImage seen = sheet(pdf);
        Files.createDirectories(SEEN);
        ImageIO.write(seen, "png", SEEN.resolve(name + ".png").toFile());
        Path approved = APPROVED.resolve(name + ".png");
        if (Boolean.getBoolean("approve-pictures")) {
            Files.createDirectories(APPROVED);
            ImageIO.write(seen, "png", approved.toFile());
        }
        assertThat(approved).as("look at %s and approve it", SEEN.resolve(name + ".png")).exists();
        BufferedImage wanted = ImageIO.read(approved.toFile());
        assertThat(seen.getWidth() + "x" + seen.getHeight()).as("pages of %s", name).isEqualTo(wanted.getWidth() + "x" + wanted.getHeight());
        double most = 0;
        double sum = 0;
        int blocks = 0;
        for (int y = 0; y < seen.getHeight(); y += BLOCK) {
            for (int x = 0; x < seen.getWidth(); x += BLOCK) {
                double difference = Math.abs(mean(seen, x, y) - mean(wanted, x, y));
                most = Math.max(most, difference);
                sum += difference;
                blocks++;
            }
        }
        assertThat(most).as("most different spot of %s", name).isLessThan(MOST_BLOCK);
        assertThat(sum / blocks).as("mean difference of %s", name).isLessThan(MOST_MEAN);
    }

    /** All pages side by side, in sixteen greys. */
    private static BufferedImage sheet(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            int pages = Math.min(document.getNumberOfPages(), 4);
            BufferedImage first = renderer.renderImageWithDPI(0, DPI, ImageType.GRAY);
            BufferedImage sheet = new BufferedImage(first.getWidth() * pages, first.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D g = sheet.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            for (int page = 0; page < pages; page++) {
                g.drawImage(page == 0 ? first : renderer.renderImageWithDPI(page, DPI, ImageType.GRAY), page * first.getWidth(), 0, null);
            }
            g.dispose();
            var raster = sheet.getRaster();
            int[] row = new int[sheet.getWidth()];
            for (int y = 0; y < sheet.getHeight(); y++) {
                raster.getSamples(0, y, row.length, 1, 0, row);
                for (int x = 0; x < row.length; x++) {
                    row[x] = row[x] / 17 * 17;
                }
                raster.setSamples(0, y, row.length, 1, 0, row);
            }
            return sheet;
        }
    }

    private static double mean(BufferedImage image, int x, int y) {
        int sum = 0;
        int count = 0;
        for (int j = y; j < Math.min(y + BLOCK, image.getHeight()); j++) {
            for (int i = x; i < Math.min(x + BLOCK, image.getWidth()); i++) {
                sum += image.getRaster().getSample(i, j, 0);
                count++;
            }
        }
        return (double) sum / count;
    }
}
